using BillingClients.Testing.Tests.Flexprice;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Testing.Tests;

/// <summary>A simulator on a clock of its own, and a plain client for each provider.</summary>
public sealed class SimulatorFixture : IAsyncDisposable
{
    private readonly List<IDisposable> _clients = [];

    private SimulatorFixture(ProviderSimulator simulator, FakeTimeProvider clock)
    {
        Simulator = simulator;
        Clock = clock;
    }

    public ProviderSimulator Simulator { get; }

    public FakeTimeProvider Clock { get; }

    public static async Task<SimulatorFixture> StartAsync(FakeTimeProvider? clock = null, bool keepAnswers = false)
    {
        clock ??= new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero));
        ProviderSimulatorOptions options = new() { TimeProvider = clock, KeepAnswers = keepAnswers };
        return new SimulatorFixture(await ProviderSimulator.StartAsync(options, TestContext.Current.CancellationToken), clock);
    }

    /// <summary>A client that sends what it is told to, with the provider's key in that header.</summary>
    public RawClient ClientOf(SimulatedProvider provider, string? keyHeader, string? key = null)
    {
        var client = new RawClient(provider.BaseAddress, keyHeader, key ?? provider.ApiKey);
        _clients.Add(client);
        return client;
    }

    public RawClient Flexprice(string? key = null) => ClientOf(Simulator.Flexprice, "x-api-key", key);

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Simulator.DisposeAsync();
    }
}
