using BillingClients.Testing;
using Microsoft.Extensions.Configuration;

namespace HostedApp;

/// <summary>
/// The simulated providers in place of the real ones. Only the configuration differs: addresses and keys, in a source that goes before <c>appsettings.json</c>
/// and can be changed while the application runs, as a secret store's would.
/// </summary>
internal sealed class OfflineProviders : IAsyncDisposable
{
    private readonly ProviderSimulator _simulator;
    private readonly IConfigurationRoot _configuration;
    private readonly (string Section, SimulatedProvider Provider)[] _clients;

    private OfflineProviders(ProviderSimulator simulator, IConfigurationRoot configuration)
    {
        _simulator = simulator;
        _configuration = configuration;
        _clients = [("FlexpriceEu", simulator.Flexprice), ("FlexpriceUs", simulator.Flexprice), ("Flowglad", simulator.Flowglad)];
    }

    /// <summary>Whether the keys were rotated and every client went on with the new one.</summary>
    internal bool Rotated { get; set; }

    internal static async Task<OfflineProviders> StartAsync(IConfigurationManager configuration)
    {
        OfflineProviders offline = new(await ProviderSimulator.StartAsync(), (IConfigurationRoot)configuration);
        configuration.AddInMemoryCollection(offline._clients.SelectMany(static client => new KeyValuePair<string, string?>[]
        {
            new($"Billing:{client.Section}:BaseAddress", client.Provider.BaseAddress.ToString()),
            new($"Billing:{client.Section}:ApiKey", client.Provider.ApiKey),
        }));
        return offline;
    }

    /// <summary>Issues a new key at each provider, puts it into the configuration, and revokes the old one.</summary>
    internal void RotateKeys()
    {
        foreach ((string section, SimulatedProvider provider) in _clients)
        {
            string rotated = $"{provider.ApiKey}2";
            provider.AcceptKey(rotated);
            _configuration[$"Billing:{section}:ApiKey"] = rotated;
        }

        _configuration.Reload();
        foreach ((string _, SimulatedProvider provider) in _clients)
        {
            provider.RevokeKey(provider.ApiKey);
        }
    }

    /// <summary>The key that a provider took before the rotation.</summary>
    internal string OldKeyOf(string provider) => _simulator[provider].ApiKey;

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();
}
