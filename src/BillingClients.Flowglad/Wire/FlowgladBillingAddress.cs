using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>Who is billed, and where. Null means: null or absent in the answer.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FlowgladBillingAddress
{
    /// <summary>The whole name.</summary>
    public string? Name { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>The postal address.</summary>
    public FlowgladAddress? Address { get; init; }

    /// <summary>Fields that this library does not know, as they came; null when there were none.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The type's name only: an address is personal data.</summary>
    public override string ToString() => nameof(FlowgladBillingAddress);
}

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
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>The type's name only: an address is personal data.</summary>
    public override string ToString() => nameof(FlowgladAddress);
}
