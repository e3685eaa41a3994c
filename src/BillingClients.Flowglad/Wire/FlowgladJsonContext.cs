using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>Reads and writes Flowglad's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringConverter)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(FlowgladCustomer))]
[JsonSerializable(typeof(FlowgladCustomerFields))]
[JsonSerializable(typeof(FlowgladCreateRequest))]
[JsonSerializable(typeof(FlowgladUpdateRequest))]
[JsonSerializable(typeof(FlowgladArchiveRequest))]
[JsonSerializable(typeof(FlowgladCreateResponse))]
[JsonSerializable(typeof(FlowgladCustomerResponse))]
[JsonSerializable(typeof(FlowgladListResponse))]
internal sealed partial class FlowgladJsonContext : JsonSerializerContext;
