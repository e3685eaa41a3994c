using System.Text.Json.Serialization;

namespace BillingClients.Core.Tests.Providers;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OwnCustomer))]
internal sealed partial class OwnJson : JsonSerializerContext;
