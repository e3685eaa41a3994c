namespace BillingClients;

/// <summary>What can be configured for Ledgerly, an invented provider.</summary>
public sealed class LedgerlyOptions : ProviderOptions
{
    private static readonly Uri Production = new("https://api.ledgerly.example/v1");

    /// <inheritdoc/>
    protected override Uri DefaultBaseAddress => Production;

    /// <inheritdoc/>
    protected override string? CheckApiKey(string apiKey) => apiKey.StartsWith("led_", StringComparison.Ordinal)
        ? null
        : "is not a Ledgerly key, because it does not begin with led_. Copy one from Ledgerly's dashboard.";
}
