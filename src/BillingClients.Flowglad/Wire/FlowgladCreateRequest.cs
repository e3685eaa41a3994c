using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients.Wire;

/// <summary>The body of <c>POST /api/v1/customers</c>.</summary>
internal sealed class FlowgladCreateRequest(FlowgladNewCustomer customer)
{
    [JsonConverter(typeof(NestedConverter<FlowgladNewCustomer>))]
    public FlowgladNewCustomer Customer { get; } = customer;
}
