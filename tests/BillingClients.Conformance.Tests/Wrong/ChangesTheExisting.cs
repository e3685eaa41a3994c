namespace BillingClients.Conformance.Tests;

/// <summary>Changes the customer that has the key, and tells a plain conflict.</summary>
internal sealed class ChangesTheExisting(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.CreateAsync(customer, options, cancellationToken);
        }
        catch (BillingConflictException conflict)
        {
            await UpdateAsync(CustomerKey.FromId(conflict.ExistingId!), new CustomerUpdate { Email = customer.Email }, options, cancellationToken);
            throw;
        }
    }
}
