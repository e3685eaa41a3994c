namespace BillingClients.Wire;

/// <summary>The body of <c>POST /api/v1/customers</c>.</summary>
internal sealed class FlowgladCreateRequest(FlowgladNewCustomer customer)
{
    public FlowgladNewCustomer Customer { get; } = customer;
}
