using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The body of <c>POST /v1/customers</c>.</summary>
internal sealed class FlexCreateBody(FlexCreateRequest customer)
{
    [JsonConverter(typeof(NestedConverter<FlexCreateRequest>))]
    public FlexCreateRequest Customer { get; } = customer;
}
