namespace BillingClients.Conformance.Tests;

internal sealed class ReturnsTheExisting(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.CreateAsync(customer, options, cancellationToken);
        }
        catch (BillingConflictException conflict)
        {
            return await GetAsync(CustomerKey.FromId(conflict.ExistingId!), options, cancellationToken);
        }
    }
}
