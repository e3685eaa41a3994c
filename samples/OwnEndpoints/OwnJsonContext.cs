using System.Text.Json;
using System.Text.Json.Serialization;

namespace OwnEndpoints;

/// <summary>The JSON contracts of the answers, made by a source generator.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SubscriptionPage))]
[JsonSerializable(typeof(BillingDetails))]
public sealed partial class OwnJsonContext : JsonSerializerContext;
