using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>Reads and writes Flexprice's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringConverter)])]
[JsonSerializable(typeof(FlexpriceCustomer))]
[JsonSerializable(typeof(FlexpriceCustomerFields))]
[JsonSerializable(typeof(FlexpriceListFields))]
[JsonSerializable(typeof(FlexpriceCreateRequest))]
[JsonSerializable(typeof(FlexpriceUpdateRequest))]
[JsonSerializable(typeof(FlexpriceSearchRequest))]
[JsonSerializable(typeof(FlexpriceSearchPage))]
internal sealed partial class FlexpriceJsonContext : JsonSerializerContext;
