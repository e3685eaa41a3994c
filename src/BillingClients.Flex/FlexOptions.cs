namespace BillingClients;

/// <summary>What can be configured for Flex.</summary>
public sealed class FlexOptions : ProviderOptions
{
    private static readonly Uri Production = new("https://api.withflex.com");

    /// <summary>
    /// Whether <see cref="ICustomerClient.CreateAsync"/> first looks whether a customer with the e-mail address exists. True by default: then the create is a
    /// <see cref="BillingConflictException"/>, and is not sent. It costs one request more. With false, a create of an e-mail address that is taken changes the
    /// existing customer, as Flex's documents say; then the exception's <see cref="BillingConflictException.ExistingWasChanged"/> is true. A create without an
    /// e-mail address looks for nobody.
    /// </summary>
    public bool LookBeforeCreate { get; set; } = true;

    /// <summary>
    /// Whether a create without an e-mail address whose outcome is unknown is sent again, with the same <c>Idempotency-Key</c>. False by default: such a
    /// customer is looked for by what was sent, and what that does not settle is an <see cref="AmbiguousOutcomeException"/>. Flex's own plugin relies on the
    /// key; Flex's documents do not mention it, so with true a customer may be there twice. A create with an e-mail address is always sent again: it cannot
    /// make a second customer.
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
