using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Json.Tests.Fixtures;

/// <summary>A type of an application that names the converters itself.</summary>
internal sealed record Stored
{
    [JsonConverter(typeof(CustomerKeyConverter))]
    public CustomerKey Key { get; init; }

    [JsonConverter(typeof(CustomerStatusConverter))]
    public CustomerStatus Status { get; init; }

    [JsonConverter(typeof(CustomerModeConverter))]
    public CustomerMode Mode { get; init; }

    [JsonConverter(typeof(CustomerMetadataConverter))]
    public CustomerMetadata? Metadata { get; init; }

    [JsonConverter(typeof(TaxIdListConverter))]
    public TaxIdList? TaxIds { get; init; }

    [JsonConverter(typeof(OptionalConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> NewName { get; init; }

    [JsonConverter(typeof(OptionalMetadataConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalMetadata NewMetadata { get; init; }

    [JsonConverter(typeof(OptionalTaxIdsConverter))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OptionalTaxIds NewTaxIds { get; init; }

    [JsonConverter(typeof(ProviderDataConverter))]
    public ProviderData? Answer { get; init; }

    [JsonConverter(typeof(ProviderFieldsConverter))]
    public ProviderFields? Fields { get; init; }
}
