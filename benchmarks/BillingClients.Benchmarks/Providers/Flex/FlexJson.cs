using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>The serializer of <see cref="FlexWire"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FlexWire.Envelope))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(FlexWire.FoundCustomer))]
[JsonSerializable(typeof(FlexWire.Page))]
internal sealed partial class FlexJson : JsonSerializerContext;
