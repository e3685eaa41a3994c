namespace BillingClients.Conformance.Tests;

/// <summary>Tells a conflict, and stores the customer all the same.</summary>
internal sealed class StoresWhatItRefuses(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.CreateAsync(customer, options, cancellationToken);
        }
        catch (BillingConflictException)
        {
            string other = Guid.NewGuid().ToString("N");
            await base.CreateAsync(customer with { ExternalId = other, Email = $"{other}@example.com" }, options, cancellationToken);
            throw;
        }
    }
}
