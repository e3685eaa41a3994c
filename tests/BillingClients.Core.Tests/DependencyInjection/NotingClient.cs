namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>Notes each create.</summary>
internal sealed class NotingClient(ICustomerClient inner, string name, List<string> order) : DelegatingCustomerClient(inner)
{
    public override Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        order.Add(name);
        return base.CreateAsync(customer, options, cancellationToken);
    }
}
