namespace BillingClients.Testing.Tests.Flowglad;

/// <summary>Keys, paths, verbs and bodies that the server does not take.</summary>
public sealed class FlowgladRefusalTests
{
    [Fact]
    public async Task Without_a_key_the_answer_is_a_401_in_plain_text()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.ClientOf(fixture.Simulator.Flowglad, keyHeader: null).GetAsync(FlowgladBodies.Customers);

        answer.Status.ShouldBe(401);
        answer.ContentType!.ShouldStartWith("text/plain");
        answer.Text.ShouldStartWith("Unauthorized. Authorization header is required");
        answer.Headers.ContainsKey("X-Request-Id").ShouldBeFalse();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe("no Authorization");
    }

    [Theory]
    [InlineData("sk_test_wrong", "API key invalid. ")]
    [InlineData("Bearer sk_test_wrong", "API key invalid. ")]
    [InlineData("Basic sk_test_wrong", "Either the API key was missing, or it was in an invalid format.")]
    [InlineData("Bearer a b", "Either the API key was missing, or it was in an invalid format.")]
    public async Task A_wrong_key_is_a_401_in_plain_text(string authorization, string start)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flowglad(authorization).GetAsync(FlowgladBodies.Customers);

        answer.Status.ShouldBe(401);
        answer.Text.ShouldStartWith(start);
        fixture.Simulator.Journal.ToString().ShouldNotContain("sk_test_wrong");
    }

    [Fact]
    public async Task A_key_is_taken_bare_and_after_Bearer()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string key = fixture.Simulator.Flowglad.ApiKey;

        (await fixture.Flowglad(key).GetAsync(FlowgladBodies.Customers)).Status.ShouldBe(200);
        (await fixture.Flowglad("Bearer " + key).GetAsync(FlowgladBodies.Customers)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("GET", "/api/v1/customer")]
    [InlineData("GET", "/api/v1/customers/")]
    [InlineData("GET", "/api/v1/customers/a/b/c")]
    [InlineData("GET", "/api/v1/customers/crm-1815/billing-details")]
    [InlineData("GET", "/customers")]
    [InlineData("DELETE", "/api/v1/customers/crm-1815")]
    [InlineData("POST", "/api/v1/customers/crm-1815")]
    public async Task A_path_or_verb_without_a_route_is_a_404_in_plain_text(string method, string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Flowglad().SendAsync(method, path)).ShouldBeNoRoute();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_key_is_looked_at_before_the_route_and_the_verb_before_the_key()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Flowglad("sk_test_wrong").DeleteAsync(FlowgladBodies.AdaPath)).Status.ShouldBe(401);
        RawAnswer patch = await fixture.Flowglad("sk_test_wrong").PatchAsync(FlowgladBodies.AdaPath, "{}");
        patch.Status.ShouldBe(405);
        patch.Text.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST", "/api/v1/customers", "")]
    [InlineData("POST", "/api/v1/customers", "{")]
    [InlineData("PUT", "/api/v1/customers/crm-1815", "not JSON")]
    [InlineData("POST", "/api/v1/customers/crm-1815/archive", "")]
    public async Task A_body_that_is_not_JSON_is_a_400_without_a_code(string method, string path, string body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815");

        (await fixture.Flowglad().SendAsync(method, path, body)).ShouldBeFlowgladError(400, null, "Invalid JSON in request body");
        fixture.Simulator.Flowglad.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeFalse();
    }
}
