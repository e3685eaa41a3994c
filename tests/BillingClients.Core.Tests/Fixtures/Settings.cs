using Microsoft.Extensions.Configuration;

namespace BillingClients.Core.Tests.Fixtures;

/// <summary>A configuration that can be changed while it is in use.</summary>
public sealed class Settings
{
    private readonly Dictionary<string, string?> _values;

    public Settings(params (string Key, string? Value)[] values)
    {
        Root = new ConfigurationBuilder().AddInMemoryCollection().Build();
        _values = values.ToDictionary(static pair => pair.Key, static pair => pair.Value);
        Apply();
    }

    public IConfigurationRoot Root { get; }

    public IConfigurationSection Section => Root.GetSection("Billing:Flexprice");

    /// <summary>Changes values and reloads, once.</summary>
    public void Change(params (string Key, string? Value)[] values)
    {
        foreach ((string key, string? value) in values)
        {
            _values[key] = value;
        }

        Apply();
        Root.Reload();
    }

    private void Apply()
    {
        foreach ((string key, string? value) in _values)
        {
            Root[$"Billing:Flexprice:{key}"] = value;
        }
    }
}
