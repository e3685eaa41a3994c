using System.Collections.Concurrent;
using BillingClients.Testing;
using BillingClients.Wire.Tests.Scenarios;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Wire.Tests.Stages;

/// <summary>A scenario as it was played against the simulator. The same seed and clock each time, so that ids and time stamps are the same too.</summary>
internal sealed record Recording(IReadOnlyList<PlayedCall> Calls, IReadOnlyList<Exchange> Exchanges, CustomerCapabilities Capabilities)
{
    private const int Seed = 1815;
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly ConcurrentDictionary<string, Lazy<Task<Recording>>> Recordings = new();

    internal static Task<Recording> OfAsync(Scenario scenario) =>
        Recordings.GetOrAdd(scenario.Provider, _ => new Lazy<Task<Recording>>(() => RecordAsync(scenario))).Value;

    private static async Task<Recording> RecordAsync(Scenario scenario)
    {
        FakeTimeProvider clock = new(Start);
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(
            new ProviderSimulatorOptions { Seed = Seed, TimeProvider = clock, KeepAnswers = true });
        SimulatedProvider provider = simulator[scenario.Provider];
        provider.AcceptKey(scenario.ApiKey);
        ICustomerClient client = scenario.CreateClient(provider.BaseAddress);
        using IDisposable? owner = client as IDisposable;
        SimulatorStage stage = new(simulator, provider, clock, client);
        await scenario.PlayAsync(stage);
        return new Recording(stage.Calls, stage.Exchanges, client.Provider.Capabilities);
    }
}
