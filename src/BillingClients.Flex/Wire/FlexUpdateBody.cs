using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The body of <c>PATCH /v1/customers/{id}</c>.</summary>
internal sealed class FlexUpdateBody(FlexUpdateRequest customer)
{
    [JsonConverter(typeof(NestedConverter<FlexUpdateRequest>))]
    public FlexUpdateRequest Customer { get; } = customer;
}
