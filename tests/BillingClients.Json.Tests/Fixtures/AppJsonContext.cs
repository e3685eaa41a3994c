using System.Text.Json.Serialization;

namespace BillingClients.Json.Tests.Fixtures;

/// <summary>An application's own contracts, with a naming policy of its own.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(CustomerCreate))]
[JsonSerializable(typeof(CustomerUpdate))]
[JsonSerializable(typeof(CustomerListRequest))]
[JsonSerializable(typeof(CustomerPage))]
[JsonSerializable(typeof(CustomerKey))]
[JsonSerializable(typeof(CallOptions))]
[JsonSerializable(typeof(ProviderDescriptor))]
[JsonSerializable(typeof(IReadOnlyList<FieldError>))]
[JsonSerializable(typeof(EveryEnum))]
[JsonSerializable(typeof(Stored))]
internal sealed partial class AppJsonContext : JsonSerializerContext;
