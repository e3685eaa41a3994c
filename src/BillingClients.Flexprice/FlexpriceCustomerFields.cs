namespace BillingClients;

/// <summary>What only Flexprice knows of a customer. Null means: do not send.</summary>
/// <remarks>Source: Flexprice's server source, <c>internal/api/dto/customer.go</c>.</remarks>
public sealed record FlexpriceCustomerFields : ProviderFields
{
    /// <summary>The customer's time zone, an IANA name such as <c>Europe/London</c>. Flexprice takes <c>UTC</c> when it is not sent.</summary>
    public string? Timezone { get; init; }

    /// <summary>Tax rates of this customer. Null: the account's tax rates; an empty list: no tax. Only in a create.</summary>
    public IReadOnlyList<FlexpriceTaxRateOverride>? TaxRateOverrides { get; init; }

    /// <summary>What the customer is called at other services.</summary>
    public IReadOnlyList<FlexpriceIntegrationMapping>? IntegrationEntityMapping { get; init; }

    /// <summary>Whether the account's onboarding workflow is left out. Only in a create.</summary>
    public bool? SkipOnboardingWorkflow { get; init; }

    /// <summary>The onboarding workflow to run. Only in a create.</summary>
    public string? OnboardingWorkflowName { get; init; }
}
