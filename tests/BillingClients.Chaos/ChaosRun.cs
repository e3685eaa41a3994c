using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Chaos;

/// <summary>
/// Creates, reads, updates and deletes customers at a simulated provider while requests go wrong. Then compares what callers were told with what is stored.
/// </summary>
public sealed class ChaosRun
{
    private const int ClockFactor = 50;

    // Twins and rivals come with every sixteenth create. In parts of whole sixteens, both twins have the same client.
    private const int Period = 16;

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private readonly ScaledTimeProvider _clock = new(ClockFactor);
    private readonly ChaosOptions _options;
    private readonly Contestant _contestant;
    private readonly Action<ICustomerClientBuilder>? _sabotage;

    private ChaosRun(ChaosOptions options, Contestant contestant, Action<ICustomerClientBuilder>? sabotage)
    {
        _options = options;
        _contestant = contestant;
        _sabotage = sabotage;
    }

    /// <summary>Runs the contestants side by side, each with its own simulator, because they wait most of the time.</summary>
    /// <param name="options">How many customers, and how much goes wrong.</param>
    /// <param name="contestants">The clients to run; null for all.</param>
    /// <param name="sabotage">Disables one of the safeguards of each client; null to keep all.</param>
    public static async Task<ChaosReport> RunAsync(
        ChaosOptions options, IReadOnlyList<Contestant>? contestants = null, Action<ICustomerClientBuilder>? sabotage = null) =>
        new(await Task.WhenAll((contestants ?? Contestant.All).Select(contestant => new ChaosRun(options, contestant, sabotage).RunAsync())));

    private async Task<ProviderReport> RunAsync()
    {
        ProviderSimulatorOptions simulatorOptions = new() { TimeProvider = _clock, Seed = _options.Seed };
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(simulatorOptions);
        SimulatedProvider provider = simulator[_contestant.Provider];
        _contestant.Prepare(provider);
        List<LedgerEntry> ledger = [.. Enumerable.Range(1, _options.Creates).Select(number => new LedgerEntry(_contestant.NewCustomer(number)))];

        // The auditor sends its requests while no faults are injected. Its time limit is long, for a busy machine.
        using var auditor = (IDisposable)_contestant.Create(options => Configure(options, provider, AttemptTimeout * ClockFactor), _clock);
        var auditClient = (ICustomerClient)auditor;
        Twins.Pair(ledger, auditClient.Provider.Capabilities.UniqueKey);
        await Rivals.SettleAsync(auditClient, ledger, _clock);

        provider.InjectFaults(_options.FaultRate, _options.Seed, [.. _options.Faults]);
        await LiveAsync(simulator, provider, ledger);
        int faults = simulator.Faults.Count;
        simulator.Faults.Stop();
        simulator.Faults.ReleaseStalls();

        // After this wait, a replica that lags behind shows everything.
        await Task.Delay(AttemptTimeout, _clock);
        Audit audit = new(await Stored.ReadAsync(provider, auditClient));
        return new ProviderReport(_contestant.Label, faults, ledger, Findings.Of(ledger.Select(audit.Of)));
    }

    // The customers are divided into four parts. In the first three, the application's clock is ten minutes behind, right, and ten minutes ahead. In the last,
    // clients are disposed while their calls are under way.
    private async Task LiveAsync(ProviderSimulator simulator, SimulatedProvider provider, List<LedgerEntry> ledger)
    {
        int size = Math.Max(1, ledger.Count / 4 / Period) * Period;
        LedgerEntry[][] parts = [.. ledger.Chunk(size)];
        foreach ((int part, LedgerEntry[] entries) in parts.Take(3).Index())
        {
            TimeSpan ahead = TimeSpan.FromMinutes(10 * (part - 1));
            await using ServiceProvider services = Register(simulator, provider, new WrongClock(_clock, ahead), part);
            Life life = new(services.GetRequiredKeyedService<ICustomerClient>(_contestant.Label), _contestant, _clock);
            await Parallel.ForEachAsync(
                entries.Index(),
                new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency },
                async (entry, _) => await life.LiveAsync(entry.Index, entry.Item));
        }

        await new ShortLivedClients(() => _contestant.Create(options => Configure(options, provider, AttemptTimeout), _clock), _clock)
            .CreateAsync(parts.Skip(3).SelectMany(static entries => entries));
    }

    private ServiceProvider Register(ProviderSimulator simulator, SimulatedProvider provider, TimeProvider applicationsClock, int part)
    {
        ServiceCollection services = new();
        services.AddSingleton(applicationsClock);
        ICustomerClientBuilder builder = _contestant.Register(services, options => Configure(options, provider, AttemptTimeout));
        builder.ConfigureHttpClient(http => http
            .AddHttpMessageHandler(() => new ApplicationHandler(_options.FaultRate / 20, (_options.Seed * 3) + part))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                ConnectCallback = simulator.ConnectAsync,
                PooledConnectionLifetime = TimeSpan.FromSeconds(1),
            }));
        _sabotage?.Invoke(builder);
        return services.BuildServiceProvider();
    }

    private static void Configure(ProviderOptions options, SimulatedProvider provider, TimeSpan attemptTimeout)
    {
        options.ApiKey = provider.ApiKey;
        options.BaseAddress = provider.BaseAddress;
        options.RetryBudget = int.MaxValue / 10;
        options.MaxAttempts = 8;
        options.AttemptTimeout = attemptTimeout;
        options.TotalTimeout = attemptTimeout * 4;
    }
}
