using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The inside of <see cref="FlexCreateBody"/>. Null is left out.</summary>
internal sealed class FlexCreateRequest
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Employer { get; init; }

    [JsonConverter(typeof(NestedConverter<FlexShippingRequest>))]
    public FlexShippingRequest? Shipping { get; init; }

    public string? CheckoutSessionId { get; init; }

    public FlexMetadata? Metadata { get; init; }
}

/// <summary>The body of <c>POST /v1/customers</c>.</summary>
internal sealed class FlexCreateBody(FlexCreateRequest customer)
{
    [JsonConverter(typeof(NestedConverter<FlexCreateRequest>))]
    public FlexCreateRequest Customer { get; } = customer;
}
