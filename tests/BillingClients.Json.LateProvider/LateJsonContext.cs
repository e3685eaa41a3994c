using System.Text.Json.Serialization;

namespace BillingClients.Json.LateProvider;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LateCustomer))]
internal sealed partial class LateJsonContext : JsonSerializerContext;
