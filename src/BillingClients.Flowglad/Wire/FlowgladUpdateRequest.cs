namespace BillingClients.Wire;

/// <summary>The body of <c>PUT /api/v1/customers/{externalId}</c>.</summary>
internal sealed class FlowgladUpdateRequest(FlowgladCustomerChange customer)
{
    public FlowgladCustomerChange Customer { get; } = customer;
}
