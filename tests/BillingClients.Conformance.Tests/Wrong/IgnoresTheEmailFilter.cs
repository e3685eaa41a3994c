namespace BillingClients.Conformance.Tests;

internal sealed class IgnoresTheEmailFilter(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        base.ListPageAsync(request with { Email = null }, options, cancellationToken);
}
