using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The body of <c>POST /api/v1/customers</c>.</summary>
internal sealed class FlowgladCreateRequest(FlowgladNewCustomer customer)
{
    [JsonConverter(typeof(NestedConverter<FlowgladNewCustomer>))]
    public FlowgladNewCustomer Customer { get; } = customer;
}

/// <summary>The customer of a create. Unset and null are left out; an optional that is set to null is sent as null.</summary>
internal sealed class FlowgladNewCustomer
{
    public string? Email { get; init; }

    public string? Name { get; init; }

    public bool? Archived { get; init; }

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

    public string? ExternalId { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> UserId { get; init; }

    /// <summary>Dropped by servers since August 2025.</summary>
    public string? CatalogId { get; init; }
}
