namespace BillingClients.Wire;

/// <summary>The answer of <c>GET /v1/customers</c>: customers without their envelope, and nothing about further pages.</summary>
internal sealed class FlexCustomerPage
{
    public IReadOnlyList<FlexCustomer>? Customers { get; init; }
}
