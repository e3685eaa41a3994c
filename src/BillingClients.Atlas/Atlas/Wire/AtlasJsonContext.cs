using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>Reads and writes Atlas's JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(LenientStringConverter)])]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(AtlasCustomer))]
[JsonSerializable(typeof(AtlasCustomerFields))]
[JsonSerializable(typeof(AtlasCreateRequest))]
[JsonSerializable(typeof(AtlasUpdateRequest))]
[JsonSerializable(typeof(AtlasStoredMetadata))]
[JsonSerializable(typeof(AtlasDeletion))]
[JsonSerializable(typeof(AtlasCustomerPage))]
internal sealed partial class AtlasJsonContext : JsonSerializerContext;
