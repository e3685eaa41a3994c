using System.Text.Json.Nodes;
using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

/// <summary>Answers that are well formed and wrong.</summary>
public sealed class WrongAnswerFaultTests
{
    [Theory]
    [MemberData(nameof(AnyProvider.Names), MemberType = typeof(AnyProvider))]
    public async Task A_conflict_comes_from_the_provider_and_stores_nothing(string name)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AnyProvider provider = AnyProvider.Called(name);
        fixture.Simulator[name].Fault(SimulatedFault.Conflict);

        RawAnswer answer = await provider.ClientOf(fixture).PostAsync(provider.Path, provider.Customer);

        answer.Status.ShouldBe(409);
        answer.Json.ShouldBeOfType<JsonObject>();
        fixture.Simulator[name].Customers.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(AnyProvider.Names), MemberType = typeof(AnyProvider))]
    public async Task A_read_that_lags_shows_nobody_and_a_write_is_stored_all_the_same(string name)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AnyProvider provider = AnyProvider.Called(name);
        RawClient client = provider.ClientOf(fixture);
        fixture.Simulator[name].Fault(SimulatedFault.LaggingRead);
        fixture.Simulator[name].Fault(SimulatedFault.LaggingRead);

        (await provider.CreateAsync(client)).ShouldBeInRange(200, 201);
        string lagging = (await provider.ListAsync(client)).Text;
        string current = (await provider.ListAsync(client)).Text;

        string id = fixture.Simulator[name].Customers.ShouldHaveSingleItem().Id;
        lagging.ShouldNotContain(id);
        current.ShouldContain(id);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_read_that_lags_takes_the_keys_of_the_provider()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.RevokeKey(fixture.Simulator.Flexprice.ApiKey);
        fixture.Simulator.Flexprice.Fault(SimulatedFault.LaggingRead);

        (await fixture.Flexprice().SearchAsync()).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_replayed_answer_is_that_of_an_earlier_request_and_the_request_is_stored()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ReplayedAnswer);
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ReplayedAnswer);

        RawAnswer own = await client.PostAsync("/customers", """{"external_id":"crm-1","name":"Ada"}""");
        RawAnswer replayed = await client.PostAsync("/customers", """{"external_id":"crm-2","name":"Charles"}""");

        own.Json["external_id"]!.ToString().ShouldBe("crm-1");
        replayed.Text.ShouldBe(own.Text);
        fixture.Simulator.Flexprice.Customers.Select(static customer => customer.ExternalId).ShouldBe(["crm-1", "crm-2"]);
    }

    [Theory]
    [InlineData("atlas", "/customers?email=nobody@example.com")]
    [InlineData("flex", "/v1/customers?email=nobody@example.com")]
    [InlineData("runonatlas", "/external/customers?email=nobody@example.com")]
    public async Task A_list_whose_filter_is_ignored_has_everybody(string name, string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AnyProvider provider = AnyProvider.Called(name);
        RawClient client = provider.ClientOf(fixture);
        await provider.CreateAsync(client);
        string id = fixture.Simulator[name].Customers[0].Id;
        fixture.Simulator[name].Fault(SimulatedFault.IgnoredFilter);

        string all = (await client.GetAsync(path)).Text;
        string filtered = (await client.GetAsync(path)).Text;

        all.ShouldContain(id);
        filtered.ShouldNotContain(id);
    }

    [Fact]
    public async Task A_search_whose_filter_is_ignored_has_everybody()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        await client.PostAsync("/customers", FlexpriceBodies.Ada);
        fixture.Simulator.Flexprice.Fault(SimulatedFault.IgnoredFilter, Requests.Post("/customers/search"));

        RawAnswer all = await client.PostAsync("/customers/search", """{"external_id":"nobody"}""");
        RawAnswer filtered = await client.PostAsync("/customers/search", """{"external_id":"nobody"}""");

        all.Json["items"]!.AsArray().ShouldHaveSingleItem();
        filtered.Json["items"]!.AsArray().ShouldBeEmpty();
    }
}
