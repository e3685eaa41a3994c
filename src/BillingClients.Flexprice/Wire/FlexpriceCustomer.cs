using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// A customer in Flexprice's words. Null means: absent in the answer. Source: Flexprice's server source, <c>internal/api/dto/customer.go</c>.
/// </summary>
public sealed record FlexpriceCustomer : ProviderData
{
    /// <summary>The id, <c>cust_…</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The application's identifier.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address; empty when unset.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number; absent when unset. Since July 2026.</summary>
    public string? Contact { get; init; }

    /// <summary>Street and number; empty when unset.</summary>
    [JsonPropertyName("address_line1")]
    public string? AddressLine1 { get; init; }

    /// <summary>Flat, floor, building; empty when unset.</summary>
    [JsonPropertyName("address_line2")]
    public string? AddressLine2 { get; init; }

    /// <summary>City; empty when unset.</summary>
    public string? AddressCity { get; init; }

    /// <summary>State; empty when unset.</summary>
    public string? AddressState { get; init; }

    /// <summary>Postal code; empty when unset.</summary>
    public string? AddressPostalCode { get; init; }

    /// <summary>Country, two letters; empty when unset.</summary>
    public string? AddressCountry { get; init; }

    /// <summary>Time zone, an IANA name. Since June 2026.</summary>
    public string? Timezone { get; init; }

    /// <summary>The application's own keys and values; may be null.</summary>
    public CustomerMetadata? Metadata { get; init; }

    /// <summary>The environment that the key belongs to; Flexprice has no live and test mode.</summary>
    public string? EnvironmentId { get; init; }

    /// <summary>The account.</summary>
    public string? TenantId { get; init; }

    /// <summary><c>published</c>, <c>archived</c> or <c>deleted</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When it was created; RFC 3339.</summary>
    public WireTimestamp? CreatedAt { get; init; }

    /// <summary>When it was last changed; RFC 3339.</summary>
    public WireTimestamp? UpdatedAt { get; init; }

    /// <summary>Who created it; may be empty.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Who last changed it; may be empty.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>What the customer is called at other services; absent unless asked for.</summary>
    public JsonElement? Integrations { get; init; }
}
