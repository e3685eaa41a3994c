using System.Text.Json.Serialization;

namespace BillingClients.Json.Tests.Fixtures;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LaterCustomer))]
[JsonSerializable(typeof(LaterFields))]
internal sealed partial class LaterJsonContext : JsonSerializerContext;
