namespace BillingClients.Chaos.Tests;

/// <summary>Returns the customer that has the key as if it had been created.</summary>
internal sealed class CredulousClient(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.CreateAsync(customer, options, cancellationToken);
        }
        catch (BillingConflictException conflict) when (conflict.ExistingId is not null)
        {
            return await GetAsync(CustomerKey.FromId(conflict.ExistingId), options, cancellationToken);
        }
    }
}
