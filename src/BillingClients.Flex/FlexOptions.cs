namespace BillingClients;

/// <summary>What can be configured for Flex.</summary>
public sealed class FlexOptions : ProviderOptions
{
    private static readonly Uri Production = new("https://api.withflex.com");

    /// <summary>
    /// Whether a create whose outcome is open is sent again, with the same <c>Idempotency-Key</c>. False by default: the customer is looked up by e-mail
    /// address instead, and what that does not settle is an <see cref="AmbiguousOutcomeException"/>. Flex's own plugin relies on the key; Flex's documents do
    /// not mention it, so with true a customer may be there twice.
    /// </summary>
    public bool ResendAmbiguousCreates { get; set; }

    /// <inheritdoc/>
    protected override Uri DefaultBaseAddress => Production;

    /// <inheritdoc/>
    protected override string? CheckApiKey(string apiKey)
    {
        ArgumentNullException.ThrowIfNull(apiKey);
        return apiKey.StartsWith("fsk_", StringComparison.Ordinal)
            ? null
            : "is not a key of Flex: they begin with fsk_test_ for test data and with fsk_ for live data. Copy one from dashboard.withflex.com/apikeys.";
    }
}
