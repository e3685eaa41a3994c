namespace BillingClients.Conformance.Tests;

internal sealed class SendsBeforeItRefuses(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        await ListPageAsync(new CustomerListRequest(), options, cancellationToken);
        return await base.GetAsync(key, options, cancellationToken);
    }
}
