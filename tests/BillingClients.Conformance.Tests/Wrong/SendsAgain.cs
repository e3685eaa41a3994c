namespace BillingClients.Conformance.Tests;

/// <summary>After a lost answer, sends the create again without looking whether the first one took effect.</summary>
internal sealed class SendsAgain(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        await base.CreateAsync(customer with { ExternalId = "lost", Email = "lost@example.com" }, options, cancellationToken);
        return await base.CreateAsync(customer, options, cancellationToken);
    }
}
