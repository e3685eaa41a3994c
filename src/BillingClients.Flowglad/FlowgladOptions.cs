namespace BillingClients;

/// <summary>What can be configured for Flowglad.</summary>
public sealed class FlowgladOptions : ProviderOptions
{
    private static readonly Uri Production = new("https://app.flowglad.com");

    /// <inheritdoc/>
    protected override Uri DefaultBaseAddress => Production;

    /// <inheritdoc/>
    protected override string? CheckApiKey(string apiKey)
    {
        ArgumentNullException.ThrowIfNull(apiKey);
        string key = apiKey.StartsWith("stg_", StringComparison.Ordinal) ? apiKey["stg_".Length..] : apiKey;
        return key.StartsWith("sk_test_", StringComparison.Ordinal) || key.StartsWith("sk_live_", StringComparison.Ordinal)
            ? null
            : "is not a Flowglad key: they begin with sk_test_ or sk_live_ (stg_sk_ on its staging). Copy the secret key, without the word Bearer.";
    }
}
