using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>
/// The body of <c>PATCH /customers/{id}</c>. What is unset is left out and changes nothing; null clears; an empty list or map clears a list or map.
/// </summary>
internal sealed class AtlasUpdateRequest
{
    public string? Email { get; init; }

    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Name { get; init; }

    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Phone { get; init; }

    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    [JsonConverter(typeof(OptionalConverter<AtlasAddress?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<AtlasAddress?> BillingAddress { get; init; }

    [JsonConverter(typeof(OptionalConverter<AtlasAddress?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<AtlasAddress?> ShippingAddress { get; init; }

    public bool? TaxExempt { get; init; }

    public IReadOnlyList<AtlasTaxId>? TaxIds { get; init; }

    public AtlasMetadata? Metadata { get; init; }

    /// <summary>The documentation's name of the default payment method.</summary>
    public string? DefaultPaymentMethod { get; init; }

    /// <summary>The server source's name of the default payment method.</summary>
    public string? DefaultTokenId { get; init; }
}
