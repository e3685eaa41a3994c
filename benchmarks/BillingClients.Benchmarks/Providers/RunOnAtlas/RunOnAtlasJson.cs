using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>The serializer of <see cref="RunOnAtlasWire"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunOnAtlasWire.NewCustomer))]
[JsonSerializable(typeof(RunOnAtlasWire.StoredCustomer))]
[JsonSerializable(typeof(RunOnAtlasWire.Page))]
internal sealed partial class RunOnAtlasJson : JsonSerializerContext;
