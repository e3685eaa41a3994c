namespace BillingClients.Testing.Tests.RunOnAtlas;

public sealed class RunOnAtlasRefusalTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-key-of-somebody-else")]
    public async Task Without_an_accepted_key_every_endpoint_is_a_401(string? key)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.ClientOf(fixture.Simulator.RunOnAtlas, key is null ? null : "x-api-key", key);

        RawAnswer create = await client.PostAsync("/external/customers", RunOnAtlasBodies.Ada);
        RawAnswer list = await client.GetAsync("/external/customers");

        create.Status.ShouldBe(401);
        create.Text.ShouldBe("""{"message":"Invalid API key"}""");
        list.Status.ShouldBe(401);
        fixture.Simulator.RunOnAtlas.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal.Objections.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_key_as_a_bearer_token_is_refused()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.ClientOf(fixture.Simulator.RunOnAtlas, keyHeader: null);

        RawAnswer answer = await client.SendAsync("GET", "/external/customers", headers: ("Authorization", $"Bearer {fixture.Simulator.RunOnAtlas.ApiKey}"));

        answer.Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("{}", "externalId is required")]
    [InlineData("""{"externalId":null}""", "externalId is required")]
    [InlineData("""{"externalId":""}""", "externalId must have at least 1 character")]
    [InlineData("""{"externalId":"a","name":""}""", "name must have at least 1 character")]
    [InlineData("""{"externalId":"a","billingZipCode":"SW1Y 4JH"}""", "billingZipCode must be 5 digits or 5+4 format")]
    [InlineData("""{"externalId":"a","shippingZipCode":"12345\n"}""", "shippingZipCode must be 5 digits or 5+4 format")]
    [InlineData("""{"externalId":"a","email":"nobody"}""", "email must be a valid email")]
    [InlineData("""{"externalId":5}""", "A field has the wrong type")]
    [InlineData("[]", "A field has the wrong type")]
    [InlineData("{", "The body is not valid JSON")]
    public async Task A_body_that_the_documents_do_not_allow_is_a_400_in_create_and_upsert(string body, string message)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        foreach (string path in (string[])["/external/customers", "/external/customers/upsert"])
        {
            RawAnswer answer = await fixture.RunOnAtlas().PostAsync(path, body);

            answer.Status.ShouldBe(400);
            answer.Json["message"]!.ToString().ShouldBe(message);
        }

        fixture.Simulator.RunOnAtlas.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal.Objections.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Error_bodies_can_hold_their_words_under_either_name()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.RunOnAtlas.ErrorMember = RunOnAtlasErrorMember.Error;

        RawAnswer answer = await fixture.RunOnAtlas().GetAsync("/external/customers/nobody");

        answer.Text.ShouldBe("""{"error":"Customer not found"}""");
    }

    [Theory]
    [InlineData("DELETE", "/external/customers/some-id")]
    [InlineData("PATCH", "/external/customers/some-id")]
    [InlineData("PUT", "/external/customers")]
    [InlineData("GET", "/customers")]
    [InlineData("GET", "/external/customers/external-id/crm-1815")]
    [InlineData("GET", "/")]
    public async Task A_path_or_verb_that_the_documents_do_not_have_is_a_404_and_noted(string method, string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.RunOnAtlas().SendAsync(method, path);

        answer.Status.ShouldBe(404);
        answer.Text.ShouldBe("""{"message":"Not found"}""");
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }
}
