using BillingClients.Testing;

namespace BillingClients.Tests;

/// <summary>Keys in the form that each provider's client takes: the simulator has one of each.</summary>
internal static class SimulatedKeys
{
    private static readonly Lazy<Dictionary<string, string>> Keys = new(static () => Task.Run(ReadAsync).GetAwaiter().GetResult());

    /// <summary>A key that begins like the simulator's, up to the last separator, and ends as told.</summary>
    internal static string Of(string provider, string end)
    {
        string key = Keys.Value[provider];
        return key[..(key.LastIndexOfAny(['_', '-']) + 1)] + end;
    }

    private static async Task<Dictionary<string, string>> ReadAsync()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync();
        return simulator.Providers.ToDictionary(static provider => provider.Name, static provider => provider.ApiKey);
    }
}
