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

    [JsonConverter(typeof(ProviderDataConverter))]
    public ProviderData? Answer { get; init; }

    [JsonConverter(typeof(ProviderFieldsConverter))]
    public ProviderFields? Fields { get; init; }
}
