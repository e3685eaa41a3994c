using BillingClients.Testing.Tests.Flexprice;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Testing.Tests;

public sealed class ProviderSimulatorTests
{
    [Fact]
    public async Task Providers_are_found_by_name_and_mounted_under_their_own_path()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        ProviderSimulator simulator = fixture.Simulator;

        simulator["flexprice"].ShouldBeSameAs(simulator.Flexprice);
        simulator.Providers.ShouldContain(simulator.Flexprice);
        simulator.Flexprice.BaseAddress.AbsoluteUri.ShouldBe($"http://127.0.0.1:{simulator.Port}/flexprice/v1");
    }

    [Fact]
    public async Task A_path_outside_all_providers_is_answered_and_objected_to()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        using var client = new RawClient(new Uri($"http://127.0.0.1:{fixture.Simulator.Port}/flexpricey"), null, "");

        RawAnswer answer = await client.SearchAsync();

        answer.Status.ShouldBe(404);
        JournalEntry entry = fixture.Simulator.Journal.ShouldHaveSingleItem();
        entry.Provider.ShouldBeNull();
        entry.Objection.ShouldBe("no provider is mounted at this path");
    }

    [Fact]
    public async Task A_given_port_is_used_and_a_port_in_use_is_an_error()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        await Should.ThrowAsync<IOException>(
            ProviderSimulator.StartAsync(new ProviderSimulatorOptions { Port = fixture.Simulator.Port }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public Task Disposing_frees_the_port() => FreePort.ShouldBeLeftByAsync(async () =>
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flexprice().SearchAsync();
        return fixture.Simulator.Port;
    });

    [Fact]
    public async Task Disposing_ends_a_request_that_is_stalled_and_may_be_repeated()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.StallInBody);
        Task<RawAnswer> stalled = fixture.Flexprice().SearchAsync();
        await fixture.Simulator.Faults.WhenStalledAsync(1, TestContext.Current.CancellationToken);

        await fixture.Simulator.DisposeAsync();

        await Should.ThrowAsync<HttpRequestException>(stalled);
        await fixture.Simulator.DisposeAsync();
    }

    [Fact]
    public async Task The_same_seed_clock_and_order_give_the_same_ids_and_no_id_comes_twice()
    {
        string[] first = await IdsAsync(seed: 7);
        string[] again = await IdsAsync(seed: 7);
        string[] other = await IdsAsync(seed: 8);

        again.ShouldBe(first);
        other.ShouldNotBe(first);
        first.Distinct().Count().ShouldBe(20);
    }

    private static async Task<string[]> IdsAsync(int seed)
    {
        var options = new ProviderSimulatorOptions { Seed = seed, TimeProvider = new FakeTimeProvider() };
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(options, TestContext.Current.CancellationToken);
        using var client = new RawClient(simulator.Flexprice.BaseAddress, "x-api-key", simulator.Flexprice.ApiKey);
        for (int number = 0; number < 20; number++)
        {
            await client.CreateAsync(FlexpriceBodies.Named($"crm-{number}"));
        }

        return [.. simulator.Flexprice.Customers.Select(customer => customer.Id)];
    }
}
