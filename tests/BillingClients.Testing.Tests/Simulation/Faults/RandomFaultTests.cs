using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

public sealed class RandomFaultTests
{
    private static readonly SimulatedFault[] Some =
    [
        SimulatedFault.ErrorBeforeCommit(), SimulatedFault.ErrorAfterCommit(502), SimulatedFault.TooManyRequests(), SimulatedFault.ResetAfterCommit,
    ];

    [Fact]
    public async Task The_same_seed_gives_the_same_faults_for_the_same_requests()
    {
        string first = await RunAsync(seed: 42);
        string again = await RunAsync(seed: 42);
        string other = await RunAsync(seed: 43);

        again.ShouldBe(first);
        other.ShouldNotBe(first);
        first.Split(' ').Count(kind => kind != "-").ShouldBeInRange(10, 50);
        Some.ShouldAllBe(fault => first.Contains(fault.Kind.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_keeps_the_last_faults_and_counts_all()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(
            new ProviderSimulatorOptions { MaxJournalEntries = 3 }, TestContext.Current.CancellationToken);
        simulator.Flexprice.InjectFaults(1, seed: 1, SimulatedFault.ErrorBeforeCommit(503));
        using RawClient client = new(simulator.Flexprice.BaseAddress, "x-api-key", simulator.Flexprice.ApiKey);
        for (int call = 0; call < 5; call++)
        {
            await client.PostAsync("/customers", FlexpriceBodies.Ada);
        }

        simulator.Faults.Injected.Count.ShouldBe(3);
        simulator.Faults.Count.ShouldBe(5);
        simulator.Faults.CountOf(FaultKind.ErrorBeforeCommit).ShouldBe(5);
        simulator.Faults.Clear();
        (simulator.Faults.Count, simulator.Faults.CountOf(FaultKind.ErrorBeforeCommit), simulator.Faults.Injected.Count).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Every_fault_says_whether_it_committed_and_that_is_what_is_stored()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.InjectFaults(0.8, seed: 3, Some);
        RawClient client = fixture.Flexprice();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => TryAsync(client.PostAsync("/customers", FlexpriceBodies.Named($"crm-{number}")))));

        IReadOnlyList<InjectedFault> faults = fixture.Simulator.Faults.Injected;
        int unharmed = 100 - faults.Count;
        fixture.Simulator.Flexprice.Customers.Count.ShouldBe(unharmed + faults.Count(fault => fault.Committed));
        faults.ShouldAllBe(fault => fault.Committed == (fault.Kind == FaultKind.ErrorAfterCommit || fault.Kind == FaultKind.ResetAfterCommit));
        fixture.Simulator.Faults.Count.ShouldBe(faults.Count);
        fixture.Simulator.Journal.Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_script_goes_before_a_draw()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Faults.Inject(1, seed: 1, SimulatedFault.ErrorBeforeCommit(503));
        fixture.Simulator.Flexprice.Answer(SimulatedAnswer.Empty(200));
        RawClient client = fixture.Flexprice();

        (await client.SearchAsync()).Status.ShouldBe(200);
        (await client.SearchAsync()).Status.ShouldBe(503);
        fixture.Simulator.Faults.Stop();
        (await client.SearchAsync()).Status.ShouldBe(200);
        fixture.Simulator.Faults.Clear();
        fixture.Simulator.Faults.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public async Task A_rate_is_a_share(double rate)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        Should.Throw<ArgumentOutOfRangeException>(() => fixture.Simulator.Faults.Inject(rate, seed: 1));
    }

    private static async Task<string> RunAsync(int seed)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Faults.Inject(0.5, seed, Some);
        RawClient client = fixture.Flexprice();
        for (int number = 0; number < 60; number++)
        {
            await TryAsync(client.PostAsync("/customers", FlexpriceBodies.Named($"crm-{number}")));
        }

        return string.Join(' ', fixture.Simulator.Journal.Select(entry => entry.Fault?.ToString() ?? "-"));
    }

    private static async Task TryAsync(Task<RawAnswer> sending)
    {
        try
        {
            await sending;
        }
        catch (HttpRequestException)
        {
            // What the client saw is not the point here.
        }
    }
}
