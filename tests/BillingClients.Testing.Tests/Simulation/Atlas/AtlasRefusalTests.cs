namespace BillingClients.Testing.Tests.Atlas;

public sealed class AtlasRefusalTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("Authorization", "")]
    [InlineData("Authorization", "sk_test_atlas_simulator")]
    [InlineData("Authorization", "bearer sk_test_atlas_simulator")]
    [InlineData("Authorization", "Bearer sk_test_of_somebody_else")]
    [InlineData("Authorization", "Bearer pk_test_atlas_simulator")]
    [InlineData("x-api-key", "sk_test_atlas_simulator")]
    public async Task Without_an_accepted_secret_key_it_is_a_401(string? header, string value)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Atlas.AcceptKey("pk_test_atlas_simulator");

        RawAnswer answer = await fixture.ClientOf(fixture.Simulator.Atlas, header, value).PostAsync("/customers", AtlasRequests.Ada);

        answer.ShouldBeError(401, "unauthorized", "Invalid API key");
        fixture.Simulator.Atlas.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Live_keys_are_taken_and_see_the_same_customers()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();
        fixture.Simulator.Atlas.AcceptKey("sk_live_atlas_simulator");

        (await fixture.Atlas("sk_live_atlas_simulator").GetAsync($"/customers/{id}")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("PUT", "/customers")]
    [InlineData("PATCH", "/customers")]
    [InlineData("DELETE", "/customers")]
    [InlineData("TRACE", "/customers")]
    [InlineData("POST", "/customers/a")]
    [InlineData("PUT", "/customers/a")]
    public async Task Another_verb_is_a_405(string method, string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().SendAsync(method, path)).ShouldBeError(405, "method_not_allowed", "Method not allowed");

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe($"{method} is not a verb of {path}");
    }

    [Fact]
    public async Task The_key_is_looked_at_before_the_verb()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas("sk_test_of_somebody_else").PutAsync("/customers/a", "{}")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_path_that_does_not_exist_is_a_404()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().GetAsync("/portal-sessions")).Status.ShouldBe(404);

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe("no endpoint at /portal-sessions");
    }
}
