using System.Text.Json.Serialization;

namespace BillingClients;

/// <summary>A postal address in Atlas's words. Null means: absent. Atlas checks none of it.</summary>
public sealed record AtlasAddress : ProviderData
{
    /// <summary>Street and number.</summary>
    [JsonPropertyName("line1")]
    public string? Line1 { get; init; }

    /// <summary>Flat, floor, building.</summary>
    [JsonPropertyName("line2")]
    public string? Line2 { get; init; }

    /// <summary>City.</summary>
    public string? City { get; init; }

    /// <summary>State, province or county.</summary>
    public string? State { get; init; }

    /// <summary>Postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>Country; two letters in Atlas's examples.</summary>
    public string? Country { get; init; }
}
