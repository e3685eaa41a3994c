namespace BillingClients.Testing.Tests.Flex;

public sealed class FlexRefusalTests
{
    [Theory]
    [InlineData("Authorization", "Bearer fsk_test_wrong", "the bearer token is not accepted")]
    [InlineData("Authorization", "fsk_test_01JD3Q5N0T8Y4W2V6X9Z1A7B3F", "no bearer token")]
    [InlineData("Authorization", "Basic fsk_test_01JD3Q5N0T8Y4W2V6X9Z1A7B3F", "no bearer token")]
    [InlineData("x-api-key", "fsk_test_01JD3Q5N0T8Y4W2V6X9Z1A7B3F", "no bearer token")]
    public async Task Without_a_bearer_token_that_is_known_nothing_is_answered(string header, string value, string objection)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.ClientOf(fixture.Simulator.Flex, header, value);

        RawAnswer answer = await client.PostAsync("/v1/customers", """{"customer":{}}""");

        answer.Status.ShouldBe(401);
        answer.Text.ShouldBe("""{"message":"Unauthorized"}""");
        fixture.Simulator.Flex.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal.ShouldHaveSingleItem().Objection.ShouldBe(objection);
    }

    [Theory]
    [InlineData("GET", "/v1/customers/fcus_0", null)]
    [InlineData("PATCH", "/v1/customers/fcus_0", """{"customer":{}}""")]
    [InlineData("GET", "/v1/nothing", null)]
    [InlineData("GET", "/customers", null)]
    [InlineData("POST", "/v1/customers/", """{"customer":{}}""")]
    public async Task What_is_not_there_is_the_documented_404(string method, string path, string? body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flex().SendAsync(method, path, body);

        answer.Status.ShouldBe(404);
        answer.Text.ShouldBe("""{"detail":"not_found"}""");
    }

    [Theory]
    [InlineData("DELETE", "/v1/customers")]
    [InlineData("PUT", "/v1/customers/fcus_0")]
    [InlineData("PUT", "/v1/customers")]
    public async Task A_verb_that_the_documents_do_not_have_is_refused(string method, string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Flex().SendAsync(method, path, "{}")).Status.ShouldBe(405);

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    public async Task A_body_that_is_not_json_is_an_invalid_request(string body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flex().PostAsync("/v1/customers", body);

        answer.Status.ShouldBe(400);
        answer.Text.ShouldBe("""{"error":{"code":"invalid_request","message":"The request is invalid."}}""");
    }

    [Theory]
    [InlineData("[]", "customer", "missing")]
    [InlineData("""{"first_name":"Ada"}""", "customer", "missing")]
    [InlineData("""{"customer":null}""", "customer", "missing")]
    [InlineData("""{"customer":[]}""", "customer", "missing")]
    [InlineData("""{"customer":{"first_name":5}}""", "first_name", "wrong_type")]
    [InlineData("""{"customer":{"checkout_session_id":{}}}""", "checkout_session_id", "wrong_type")]
    [InlineData("""{"customer":{"shipping":"1 Market Street"}}""", "shipping", "wrong_type")]
    [InlineData("""{"customer":{"shipping":{"city":5}}}""", "shipping", "wrong_type")]
    [InlineData("""{"customer":{"metadata":{"tier":"gold"}}}""", "metadata", "wrong_type")]
    [InlineData("""{"customer":{"metadata":"not JSON"}}""", "metadata", "invalid_metadata")]
    [InlineData("""{"customer":{"metadata":"[1]"}}""", "metadata", "invalid_metadata")]
    public async Task A_field_that_is_not_what_it_should_be_is_a_422(string body, string field, string type)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flex().PostAsync("/v1/customers", body);

        answer.Status.ShouldBe(422);
        answer.Json["detail"]![0]!["loc"]!.ToJsonString().ShouldBe($"""["{field}"]""");
        answer.Json["detail"]![0]!["type"]!.ToString().ShouldBe(type);
        answer.Json["detail"]![0]!["msg"]!.ToString().ShouldStartWith(type + ": ");
        fixture.Simulator.Flex.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("POST", """{"customer":{"name":"Ada Lovelace"}}""", "unknown field 'name'")]
    [InlineData("POST", """{"customer":{"billing_address":{}}}""", "unknown field 'billing_address'")]
    [InlineData("POST", """{"customer":{"shipping":{"zip":"94105"}}}""", "unknown field 'zip'")]
    [InlineData("POST", """{"customer":{},"expand":[]}""", "unknown field 'expand'")]
    [InlineData("PATCH", """{"customer":{"checkout_session_id":"fcs_1"}}""", "unknown field 'checkout_session_id'")]
    public async Task A_field_that_flex_does_not_have_is_dropped_and_noted(string method, string body, string objection)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string path = method == "POST" ? "/v1/customers" : $"/v1/customers/{await fixture.Flex().StoreFlexAsync()}";

        (await fixture.Flex().SendAsync(method, path, body)).Status.ShouldBe(200);

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe(objection);
    }
}
