using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The body of <c>POST /customers</c>. Null is left out.</summary>
internal sealed class AtlasCreateRequest
{
    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? Phone { get; init; }

    public string? Description { get; init; }

    public AtlasAddress? BillingAddress { get; init; }

    public AtlasAddress? ShippingAddress { get; init; }

    public bool? TaxExempt { get; init; }

    public IReadOnlyList<AtlasTaxId>? TaxIds { get; init; }

    public CustomerMetadata? Metadata { get; init; }
}
