namespace BillingClients.Conformance.Tests;

internal sealed class DropsPhone(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        base.CreateAsync(customer with { Phone = null }, options, cancellationToken);
}
