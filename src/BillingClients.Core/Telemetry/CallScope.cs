using System.Collections;

namespace BillingClients.Providers;

/// <summary>What every log line within a call carries, the lines of the application's own handlers too. One object for each account.</summary>
internal sealed class CallScope(ProviderDescriptor provider, string clientName) : IReadOnlyList<KeyValuePair<string, object?>>
{
    private readonly KeyValuePair<string, object?>[] _properties = [new("Client", clientName), new("Provider", provider.Name)];

    /// <inheritdoc/>
    public int Count => _properties.Length;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => _properties[index];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _properties.AsEnumerable().GetEnumerator();

    /// <summary>As a console shows it.</summary>
    public override string ToString() => $"Client:{clientName} Provider:{provider.Name}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
