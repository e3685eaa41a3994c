using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>Reads and writes RunOnAtlas's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringConverter)])]
[JsonSerializable(typeof(RunOnAtlasCustomer))]
[JsonSerializable(typeof(RunOnAtlasCustomerFields))]
[JsonSerializable(typeof(RunOnAtlasListFields))]
[JsonSerializable(typeof(RunOnAtlasCreateRequest))]
[JsonSerializable(typeof(RunOnAtlasUpsertRequest))]
[JsonSerializable(typeof(RunOnAtlasCustomersPage))]
internal sealed partial class RunOnAtlasJsonContext : JsonSerializerContext;
