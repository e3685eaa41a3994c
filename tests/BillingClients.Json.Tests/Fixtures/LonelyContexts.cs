using System.Text.Json.Serialization;

namespace BillingClients.Json.Tests.Fixtures;

/// <summary>An application's own contracts that know one model, and not the types inside of it by name.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CustomerUpdate))]
internal sealed partial class UpdateJsonContext : JsonSerializerContext;

/// <inheritdoc cref="UpdateJsonContext"/>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CustomerCreate))]
internal sealed partial class CreateJsonContext : JsonSerializerContext;
