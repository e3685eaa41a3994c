using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>The serializer of <see cref="AtlasWire"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AtlasWire.NewCustomer))]
[JsonSerializable(typeof(AtlasWire.StoredCustomer))]
[JsonSerializable(typeof(AtlasWire.Page))]
internal sealed partial class AtlasJson : JsonSerializerContext;
