using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The inside of <see cref="FlexUpdateBody"/>. What is unset is left out; null clears.</summary>
internal sealed class FlexUpdateRequest
{
    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> FirstName { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> LastName { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Email { get; init; }

    [JsonConverter(typeof(OptionalConverter<string>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Phone { get; init; }

    public string? Employer { get; init; }

    [JsonConverter(typeof(OptionalConverter<FlexShippingRequest>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<FlexShippingRequest?> Shipping { get; init; }

    public FlexMetadata? Metadata { get; init; }
}

/// <summary>The body of <c>PATCH /v1/customers/{id}</c>.</summary>
internal sealed class FlexUpdateBody(FlexUpdateRequest customer)
{
    [JsonConverter(typeof(NestedConverter<FlexUpdateRequest>))]
    public FlexUpdateRequest Customer { get; } = customer;
}
