namespace BillingClients;

/// <summary>What can be configured for Flex.</summary>
public sealed class FlexOptions : ProviderOptions
{
    private static readonly Uri Production = new("https://api.withflex.com");

    /// <summary>
    /// Whether <see cref="ICustomerClient.CreateAsync"/> first asks Flex whether a customer with the e-mail address exists. True by default. If one exists, a
    /// <see cref="BillingConflictException"/> is thrown and the create is not sent. This costs one more request for each create with an e-mail address.
    /// </summary>
    /// <remarks>
    /// <para>
    /// If Flex's filter lets other addresses pass, the client reads on, up to 1,000 customers. Addresses are the same if they differ only in case, blanks or
    /// Unicode normal form; but a customer that Flex's filter leaves out is not found.
    /// </para>
    /// <para>
    /// With false, a create whose e-mail address is taken changes the existing customer. The call then throws a <see cref="BillingConflictException"/> whose
    /// <see cref="BillingConflictException.ExistingWasChanged"/> is true. One case cannot be told from a create: another client made the existing customer less
    /// than <see cref="ProviderOptions.ClockTolerance"/> before the call.
    /// </para>
    /// </remarks>
    public bool LookBeforeCreate { get; set; } = true;

    /// <summary>
    /// Whether a create without an e-mail address is sent again, with the same <c>Idempotency-Key</c>, when its outcome is unknown. False by default: the
    /// client looks for the customer among the newest ones, and throws an <see cref="AmbiguousOutcomeException"/> if it cannot tell. Flex's own plugin sends
    /// the key, but Flex's documentation does not mention it: with true, there may be two customers. A create with an e-mail address is always sent again,
    /// because it cannot make a second customer.
    /// </summary>
    public bool ResendAmbiguousCreates { get; set; }

    /// <inheritdoc/>
    protected override Uri DefaultBaseAddress => Production;

    /// <inheritdoc/>
    protected override bool HasSameOwnSettings(ProviderOptions other) =>
        other is FlexOptions options && options.LookBeforeCreate == LookBeforeCreate && options.ResendAmbiguousCreates == ResendAmbiguousCreates;

    /// <inheritdoc/>
    protected override string? CheckApiKey(string apiKey)
    {
        ArgumentNullException.ThrowIfNull(apiKey);
        return apiKey.StartsWith("fsk_", StringComparison.Ordinal)
            ? null
            : "is not a key of Flex: they begin with fsk_test_ for test data and with fsk_ for live data. Copy one from dashboard.withflex.com/apikeys.";
    }
}
