namespace BillingClients.Conformance.Tests;

internal sealed class FindsNobodyAsNull(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        (await Inner.FindAsync(key, options, cancellationToken))!;
}
