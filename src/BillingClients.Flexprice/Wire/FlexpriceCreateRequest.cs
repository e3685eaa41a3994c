using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The body of <c>POST /customers</c>. Null is left out: for tax rates, null and an empty list mean different things.</summary>
internal sealed class FlexpriceCreateRequest
{
    public string? ExternalId { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Contact { get; init; }

    [JsonPropertyName("address_line1")]
    public string? AddressLine1 { get; init; }

    [JsonPropertyName("address_line2")]
    public string? AddressLine2 { get; init; }

    public string? AddressCity { get; init; }

    public string? AddressState { get; init; }

    public string? AddressPostalCode { get; init; }

    public string? AddressCountry { get; init; }

    public string? Timezone { get; init; }

    public CustomerMetadata? Metadata { get; init; }

    public IReadOnlyList<FlexpriceTaxRateOverride>? TaxRateOverrides { get; init; }

    public bool? SkipOnboardingWorkflow { get; init; }

    public string? OnboardingWorkflowName { get; init; }
}
