using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The body of <c>PUT /api/v1/customers/{externalId}</c>.</summary>
internal sealed class FlowgladUpdateRequest(FlowgladCustomerChange customer)
{
    [JsonConverter(typeof(NestedConverter<FlowgladCustomerChange>))]
    public FlowgladCustomerChange Customer { get; } = customer;
}

/// <summary>What an update changes. Unset is left out and changes nothing; null clears.</summary>
internal sealed class FlowgladCustomerChange
{
    public string? Email { get; init; }

    public string? Name { get; init; }

    [JsonPropertyName("logoURL")]
    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LogoUrl { get; init; }

    [JsonPropertyName("iconURL")]
    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> IconUrl { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Domain { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> UserId { get; init; }
}
