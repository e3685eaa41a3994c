using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>Where goods go, in Flex's words. Null means: absent in the answer.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FlexShippingAddress
{
    /// <summary>The address's id, <c>fsh_…</c>.</summary>
    public string? ShippingAddressId { get; init; }

    /// <summary>Street and number.</summary>
    public string? Line1 { get; init; }

    /// <summary>Flat, floor, building.</summary>
    public string? Line2 { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>State.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country.</summary>
    public string? Country { get; init; }

    /// <summary>Fields that this library does not know, as they came; null when there were none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The type's name only: an address is personal data.</summary>
    public override string ToString() => nameof(FlexShippingAddress);
}
