namespace BillingClients.Conformance.Tests;

internal sealed class SwallowsCancellation(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetAsync(key, options, CancellationToken.None);
}
