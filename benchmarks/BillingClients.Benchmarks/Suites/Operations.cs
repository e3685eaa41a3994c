using BenchmarkDotNet.Attributes;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Suites;

/// <summary>Every operation, at every provider, in every way, in memory and over loopback.</summary>
[Config(typeof(SuiteConfig))]
public class Operations
{
    private ServerProcess? _server;
    private IContestant _contestant = null!;

    /// <summary>The provider, and the way to call it.</summary>
    [ParamsSource(nameof(Ways))]
    public MeasuredWay Way { get; set; } = null!;

    /// <summary>Whether there are sockets in between.</summary>
    [Params(false, true)]
    public bool Loopback { get; set; }

    /// <summary>All of them.</summary>
    public static IEnumerable<MeasuredWay> Ways => MeasuredWay.All;

    /// <summary>Makes the side.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        ProviderCase provider = ProviderCases.All.Single(each => each.Name == Way.Provider);
        _server = Loopback ? ServerProcess.Start() : null;
        _contestant = _server is null ? Contestant.InMemory(Way.Side, provider) : Contestant.New(Way.Side, provider, _server);
    }

    /// <summary>Ends it.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        _contestant.Dispose();
        _server?.Dispose();
    }

    /// <summary>Creates a customer.</summary>
    [Benchmark]
    public Task Create() => _contestant.RunAsync(Operation.Create);

    /// <summary>Reads one.</summary>
    [Benchmark]
    public Task Get() => _contestant.RunAsync(Operation.Get);

    /// <summary>Changes one.</summary>
    [Benchmark]
    public Task Update() => _contestant.RunAsync(Operation.Update);

    /// <summary>Reads a page of 100.</summary>
    [Benchmark]
    public Task List() => _contestant.RunAsync(Operation.List);

    /// <summary>Reads one that is not there.</summary>
    [Benchmark]
    public async Task Error()
    {
        try
        {
            await _contestant.RunAsync(Operation.Error);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // It is what is measured.
        }
    }
}
