using BenchmarkDotNet.Attributes;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Measuring;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Suites;

/// <summary>What can be put around a create, without sockets.</summary>
[Config(typeof(SuiteConfig))]
public class Layers
{
    private static readonly ProviderCase Flexprice = new FlexpriceCase();

    private IContestant _byHand = null!;
    private IContestant _library = null!;
    private IContestant _passing = null!;
    private Listeners? _listeners;

    /// <summary>Makes the sides.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _byHand = Contestant.InMemory(Side.HandWritten, Flexprice);
        _library = Contestant.InMemory(Side.BillingClients, Flexprice);
        _passing = Contestant.InMemory(Side.BillingClients, Flexprice, static client => client.Use(static inner => new PassingCustomerClient(inner)));
    }

    /// <summary>Begins to listen.</summary>
    [GlobalSetup(Target = nameof(Listened))]
    public void SetUpListened()
    {
        SetUp();
        _listeners = new Listeners();
    }

    /// <summary>Ends all.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _listeners?.Dispose();
        _byHand.Dispose();
        _library.Dispose();
        _passing.Dispose();
    }

    /// <summary>The yardstick.</summary>
    [Benchmark(Baseline = true)]
    public Task ByHand() => _byHand.RunAsync(Operation.Create);

    /// <summary>The client, and nobody listens.</summary>
    [Benchmark]
    public Task Client() => _library.RunAsync(Operation.Create);

    /// <summary>The client, and spans and metrics are listened to.</summary>
    [Benchmark]
    public Task Listened() => _library.RunAsync(Operation.Create);

    /// <summary>The client inside of a middleware.</summary>
    [Benchmark]
    public Task Middleware() => _passing.RunAsync(Operation.Create);
}
