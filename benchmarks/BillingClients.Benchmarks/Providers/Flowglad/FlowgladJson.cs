using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>The serializer of <see cref="FlowgladWire"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FlowgladWire.Envelope))]
[JsonSerializable(typeof(FlowgladWire.CreatedCustomer))]
[JsonSerializable(typeof(FlowgladWire.FoundCustomer))]
[JsonSerializable(typeof(FlowgladWire.Page))]
internal sealed partial class FlowgladJson : JsonSerializerContext;
