using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The body of <c>PUT /api/v1/customers/{externalId}</c>.</summary>
internal sealed class FlowgladUpdateRequest(FlowgladCustomerChange customer)
{
    [JsonConverter(typeof(NestedConverter<FlowgladCustomerChange>))]
    public FlowgladCustomerChange Customer { get; } = customer;
}
