namespace BillingClients;

/// <summary>What can be configured for Atlas (api.atlas.co).</summary>
public sealed class AtlasOptions : ProviderOptions
{
    private static readonly Uri Production = new("https://api.atlas.co/functions/v1");

    /// <inheritdoc/>
    protected override Uri DefaultBaseAddress => Production;

    /// <inheritdoc/>
    protected override string? CheckApiKey(string apiKey)
    {
        ArgumentNullException.ThrowIfNull(apiKey);
        return apiKey.StartsWith("sk_test_", StringComparison.Ordinal) || apiKey.StartsWith("sk_live_", StringComparison.Ordinal)
            ? null
            : "is not a secret key of Atlas: they begin with sk_test_ or sk_live_. Copy the secret key; a key of RunOnAtlas is for RunOnAtlasOptions.";
    }
}
