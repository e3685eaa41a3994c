namespace BillingClients.Conformance.Tests;

/// <summary>Stores a name without its last character.</summary>
internal sealed class ChangesText(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        base.CreateAsync(customer with { Name = customer.Name?[..^1] }, options, cancellationToken);
}
