using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>Reads and writes Flex's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringConverter)])]
[JsonSerializable(typeof(FlexEnvelope<FlexCustomer>))]
[JsonSerializable(typeof(FlexCustomerFields))]
[JsonSerializable(typeof(FlexCreateBody))]
[JsonSerializable(typeof(FlexUpdateBody))]
[JsonSerializable(typeof(FlexEnvelope<FlexStoredMetadata>))]
[JsonSerializable(typeof(FlexShippingRequest))]
[JsonSerializable(typeof(FlexCustomerPage))]
internal sealed partial class FlexJsonContext : JsonSerializerContext;
