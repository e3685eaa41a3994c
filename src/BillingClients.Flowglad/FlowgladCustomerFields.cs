using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>What only Flowglad knows of a customer. Unset, or null where a property cannot be unset, means: do not send.</summary>
/// <remarks>Source: Flowglad's server source, <c>db-core/schema/customers.ts</c>; <see cref="CatalogId"/> by its older documents.</remarks>
public sealed record FlowgladCustomerFields : ProviderFields
{
    /// <summary>Where the customer's logo is; null is sent as null, and clears it in an update.</summary>
    [JsonPropertyName("logoURL")]
    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LogoUrl { get; init; }

    /// <summary>Where the customer's icon is; null is sent as null, and clears it in an update.</summary>
    [JsonPropertyName("iconURL")]
    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> IconUrl { get; init; }

    /// <summary>The customer's domain, such as <c>example.com</c>; null is sent as null, and clears it in an update.</summary>
    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Domain { get; init; }

    /// <summary>The Flowglad user that the customer belongs to; null is sent as null, and clears it in an update.</summary>
    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> UserId { get; init; }

    /// <summary>
    /// The catalog, in Flowglad's older words. Only in a create. Servers since August 2025 drop it without an error: there the API key decides, and the answer
    /// names the <see cref="FlowgladCustomer.PricingModelId"/>.
    /// </summary>
    public string? CatalogId { get; init; }

    /// <summary>Whether the customer is created archived, and so cannot be read afterwards. Only in a create; to archive later, delete the customer.</summary>
    public bool? Archived { get; init; }
}
