using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>The serializer of <see cref="FlexpriceWire"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FlexpriceWire.NewCustomer))]
[JsonSerializable(typeof(FlexpriceWire.StoredCustomer))]
[JsonSerializable(typeof(FlexpriceWire.Search))]
[JsonSerializable(typeof(FlexpriceWire.Page))]
internal sealed partial class FlexpriceJson : JsonSerializerContext;
