namespace BillingClients;

/// <summary>What only Flexprice knows of a customer. Null means: do not send.</summary>
/// <remarks>
/// Source: Flexprice's server source, <c>internal/api/dto/customer.go</c>. Its <c>integration_entity_mapping</c> is missing here on purpose: since March 2026
/// the server takes it and stores nothing. Link a customer with Flexprice's <c>POST /integrations/link</c> instead.
/// </remarks>
public sealed record FlexpriceCustomerFields : ProviderFields
{
    /// <summary>
    /// The customer's time zone, an IANA name such as <c>Europe/London</c>. Flexprice takes <c>UTC</c> when a create does not name one. An update can change it,
    /// but not clear it.
    /// </summary>
    public string? Timezone { get; init; }

    /// <summary>Tax rates of this customer. Null: the account's tax rates; an empty list: no tax. Only in a create.</summary>
    public IReadOnlyList<FlexpriceTaxRateOverride>? TaxRateOverrides { get; init; }

    /// <summary>Whether the account's onboarding workflow is left out. Only in a create.</summary>
    public bool? SkipOnboardingWorkflow { get; init; }

    /// <summary>The onboarding workflow to run. Only in a create.</summary>
    public string? OnboardingWorkflowName { get; init; }

    /// <inheritdoc/>
    protected override ProviderFields Copy() => this with { TaxRateOverrides = TaxRateOverrides?.ToArray() };
}
