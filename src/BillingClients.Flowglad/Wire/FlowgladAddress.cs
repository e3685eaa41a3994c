using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>A postal address in Flowglad's words. Null means: null or absent in the answer.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FlowgladAddress
{
    /// <summary>Who lives there.</summary>
    public string? Name { get; init; }

    /// <summary>Street and number.</summary>
    public string? Line1 { get; init; }

    /// <summary>Flat, floor, building.</summary>
    public string? Line2 { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>State.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    [JsonPropertyName("postal_code")]
    public string? PostalCode { get; init; }

    /// <summary>Country.</summary>
    public string? Country { get; init; }

    /// <summary>Fields that this library does not know, as they came; null when there were none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }

    /// <summary>The type's name only: an address is personal data.</summary>
    public override string ToString() => nameof(FlowgladAddress);
}
