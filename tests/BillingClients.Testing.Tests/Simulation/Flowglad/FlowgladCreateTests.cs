using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flowglad;

public sealed class FlowgladCreateTests
{
    [Fact]
    public async Task A_create_answers_200_with_the_customer_and_its_subscription_in_data()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Clock.Advance(TimeSpan.FromMicroseconds(123_450));

        RawAnswer answer = await fixture.Flowglad().PostAsync(FlowgladBodies.Customers, FlowgladBodies.Ada);

        answer.Status.ShouldBe(200);
        answer.Headers["X-Request-Id"].ShouldMatch("^[0-9a-f]{8}$");
        JsonNode customer = answer.Json["data"]!["customer"]!;
        customer["id"]!.ToString().ShouldMatch("^cust_[0-9A-Za-z]{17}$");
        customer["createdAt"]!.ToString().ShouldBe("1795166100123");
        customer["updatedAt"]!.ToString().ShouldBe("1795166100123");
        customer["livemode"]!.GetValue<bool>().ShouldBeFalse();
        customer["archived"]!.GetValue<bool>().ShouldBeFalse();
        customer["domain"]!.ToString().ShouldBe("example.com");
        customer["userId"].ShouldBeNull();
        customer["billingAddress"].ShouldBeNull();
        customer["pricingModelId"]!.ToString().ShouldStartWith("pricing_model_");
        customer.AsObject().ContainsKey("catalogId").ShouldBeFalse();
        answer.Json["data"]!["subscription"]!["customerId"]!.ToString().ShouldBe(customer["id"]!.ToString());
        SimulatedCustomer stored = fixture.Simulator.Flowglad.Customers.ShouldHaveSingleItem();
        stored.ExternalId.ShouldBe("crm-1815");
        stored.Json.ShouldBe(customer.ToJsonString());
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_older_shape_has_iso_dates_and_the_catalog_and_no_subscription()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flowglad.ResponseShape = FlowgladResponseShape.Older;

        RawAnswer answer = await fixture.Flowglad().PostAsync(
            FlowgladBodies.Customers, """{"customer":{"email":"a","name":"A","externalId":"a","catalogId":"catalog_1"}}""");

        JsonNode customer = answer.Json["data"]!["customer"]!;
        customer["createdAt"]!.ToString().ShouldBe("2026-11-20T09:15:00.000Z");
        customer["catalogId"]!.ToString().ShouldBe("catalog_1");
        customer.AsObject().ContainsKey("pricingModelId").ShouldBeFalse();
        answer.Json["data"]!.AsObject().Count.ShouldBe(1);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_live_key_makes_live_customers()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flowglad.AcceptKey("sk_live_Ty6a_1");

        (await fixture.Flowglad("sk_live_Ty6a_1").CreateAtFlowgladAsync("a"))["livemode"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_external_id_that_is_in_use_is_a_409_in_generic_words()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815");

        (await fixture.Flowglad().PostAsync(FlowgladBodies.Customers, FlowgladBodies.Ada))
            .ShouldBeFlowgladError(409, "CONFLICT", "This pricing model id external id unique idx already exists. Please choose a different value.");
    }

    [Fact]
    public async Task A_customer_that_is_created_archived_holds_no_external_id()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        const string Archived = """{"customer":{"email":"a","name":"A","externalId":"a","archived":true}}""";

        (await fixture.Flowglad().PostAsync(FlowgladBodies.Customers, Archived)).Status.ShouldBe(200);
        (await fixture.Flowglad().PostAsync(FlowgladBodies.Customers, Archived)).Status.ShouldBe(200);
        (await fixture.Flowglad().CreateAtFlowgladAsync("a"))["archived"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Unknown_fields_are_dropped_and_objected_to()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flowglad().PostAsync(
            FlowgladBodies.Customers, """{"customer":{"email":"a","name":"A","externalId":"a","billingAddress":{},"pricingModelId":"p"},"externalId":"b"}""");

        answer.Status.ShouldBe(200);
        answer.Json["data"]!["customer"]!["billingAddress"].ShouldBeNull();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection
            .ShouldBe("unknown field 'externalId'; unknown field 'customer.billingAddress'; unknown field 'customer.pricingModelId'");
    }

    [Theory]
    [InlineData("""{"customer":{"email":"a","name":"A"}}""", "customer.externalId", "Invalid input: expected string, received undefined")]
    [InlineData("""{"customer":{"name":"A","externalId":"a"}}""", "customer.email", "Invalid input: expected string, received undefined")]
    [InlineData("""{"customer":{"email":"a","name":null,"externalId":"a"}}""", "customer.name", "Invalid input: expected string, received null")]
    [InlineData("""{"customer":{"email":"a","name":"A","externalId":7}}""", "customer.externalId", "Invalid input: expected string, received number")]
    [InlineData("""{"customer":{"email":"a","name":"A","externalId":"a","archived":"no"}}""", "customer.archived", "Invalid input: expected boolean, received string")]
    [InlineData("""{"customer":{"email":"a","name":"A","externalId":"a","logoURL":[]}}""", "customer.logoURL", "Invalid input: expected string, received array")]
    [InlineData("""{"customer":{"email":"a","name":"A","externalId":"a","domain":true}}""", "customer.domain", "Invalid input: expected string, received boolean")]
    [InlineData("""{"email":"a","name":"A","externalId":"a"}""", "customer", "Invalid input: expected object, received undefined")]
    [InlineData("""{"customer":"a"}""", "customer", "Invalid input: expected object, received string")]
    [InlineData("[]", "", "Invalid input: expected object, received array")]
    public async Task A_field_that_is_missing_or_of_the_wrong_type_is_an_issue(string body, string path, string message)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flowglad().PostAsync(FlowgladBodies.Customers, body);

        answer.Status.ShouldBe(400);
        answer.Json["code"]!.ToString().ShouldBe("BAD_REQUEST");
        JsonNode issue = answer.Json["error"]!.AsArray().ShouldHaveSingleItem()!;
        string.Join('.', issue["path"]!.AsArray()).ShouldBe(path);
        issue["message"]!.ToString().ShouldBe(message);
        issue["code"]!.ToString().ShouldBe("invalid_type");
        fixture.Simulator.Flowglad.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }
}
