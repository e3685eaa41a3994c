using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Chaos;

/// <summary>Creates, gets or creates, updates and deletes customers at simulated providers while requests go wrong, and audits what is left.</summary>
public static class ChaosRun
{
    private const int ClockFactor = 50;
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Runs every contestant.</summary>
    /// <param name="options">How much.</param>
    /// <param name="contestants">Who; null for all.</param>
    /// <param name="sabotage">Added to each HTTP client, to see what happens without one of the safeguards; null for none.</param>
    public static async Task<ChaosReport> RunAsync(
        ChaosOptions options, IReadOnlyList<Contestant>? contestants = null, Action<Contestant, ICustomerClientBuilder>? sabotage = null)
    {
        // Side by side, each on its own simulator: most of their time is waiting.
        ProviderReport[] reports = await Task.WhenAll((contestants ?? Contestant.All).Select(contestant => RunAsync(options, contestant, sabotage)));
        return new ChaosReport(reports);
    }

    private static async Task<ProviderReport> RunAsync(ChaosOptions options, Contestant contestant, Action<Contestant, ICustomerClientBuilder>? sabotage)
    {
        ScaledTimeProvider clock = new(ClockFactor);
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions { TimeProvider = clock, Seed = options.Seed });
        SimulatedProvider provider = contestant.Provider(simulator);
        await using ServiceProvider services = Register(contestant, simulator, provider, clock, AttemptTimeout, sabotage);
        ICustomerClient client = services.GetRequiredKeyedService<ICustomerClient>(contestant.Label);
        List<LedgerEntry> ledger = [.. Enumerable.Range(1, options.Creates).Select(number => new LedgerEntry(contestant.NewCustomer(number)))];

        await using ServiceProvider auditors = Register(contestant, simulator, provider, clock, AttemptTimeout * ClockFactor, sabotage: null);
        ICustomerClient auditor = auditors.GetRequiredKeyedService<ICustomerClient>(contestant.Label);
        Twins.Pair(ledger, client.Provider.Capabilities.UniqueKey);
        await Rivals.SettleAsync(auditor, ledger, clock);

        provider.InjectFaults(options.FaultRate, options.Seed, [.. SimulatedFault.All]);
        await Parallel.ForEachAsync(
            ledger.Index(), new ParallelOptions { MaxDegreeOfParallelism = options.Concurrency }, async (entry, _) => await LiveAsync(client, contestant, entry.Index, entry.Item));
        simulator.Faults.Stop();
        simulator.Faults.ReleaseStalls();
        int faults = simulator.Faults.Count;

        return Audit.Of(contestant, ledger, provider, await ReadBackAsync(auditor, ledger), faults);
    }

    // One in eight is got or created twice at a time; one in four is updated, and another one in four deleted. Twins are only created.
    private static async Task LiveAsync(ICustomerClient client, Contestant contestant, int number, LedgerEntry entry)
    {
        bool canGetOrCreate = entry.Asked.Email is not null || client.Provider.Capabilities.UniqueKey == UniqueKey.ExternalId;
        await (canGetOrCreate && number % 8 == 0 ? Caller.GetOrCreateAsync(client, entry) : Caller.CreateAsync(client, entry));
        if (entry.Created != Told.Done || entry.Twin is not null)
        {
            return;
        }

        CustomerKey key = client.Provider.Capabilities.Get.ById != Support.Unsupported ? CustomerKey.FromId(entry.Id!) : CustomerKey.FromExternalId(entry.Asked.ExternalId!);
        switch (number % 4)
        {
            case 1:
                await Caller.UpdateAsync(client, entry, key, contestant.Change);
                break;
            case 2 when client.Provider.Capabilities.DeleteEffect != DeleteEffect.None:
                await Caller.DeleteAsync(client, entry, key);
                break;
        }
    }

    private static async Task<Dictionary<string, Customer>> ReadBackAsync(ICustomerClient client, IEnumerable<LedgerEntry> ledger)
    {
        Dictionary<string, Customer> found = [];
        foreach (LedgerEntry entry in ledger.Where(static entry => entry.Created == Told.Done && entry.Deleted is null))
        {
            CustomerKey key = client.Provider.Capabilities.Get.ById != Support.Unsupported ? CustomerKey.FromId(entry.Id!) : CustomerKey.FromExternalId(entry.Asked.ExternalId!);
            if (await client.FindAsync(key) is { } customer)
            {
                found[customer.Id] = customer;
            }
        }

        return found;
    }

    private static ServiceProvider Register(
        Contestant contestant,
        ProviderSimulator simulator,
        SimulatedProvider provider,
        TimeProvider clock,
        TimeSpan attemptTimeout,
        Action<Contestant, ICustomerClientBuilder>? sabotage)
    {
        ServiceCollection services = new();
        services.AddSingleton(clock);
        ICustomerClientBuilder builder = contestant.Register(services, contestant.Label, options =>
        {
            options.ApiKey = provider.ApiKey;
            options.BaseAddress = provider.BaseAddress;
            options.RetryBudget = int.MaxValue / 10;
            options.MaxAttempts = 8;
            options.AttemptTimeout = attemptTimeout;
            options.TotalTimeout = attemptTimeout * 4;
            options.ClockTolerance = Rivals.Age / 2;
        });
        sabotage?.Invoke(contestant, builder);
        builder.ConfigureHttpClient(http => http.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            ConnectCallback = simulator.ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromSeconds(1),
        }));
        return services.BuildServiceProvider();
    }
}
