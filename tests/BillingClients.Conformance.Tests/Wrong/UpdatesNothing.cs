namespace BillingClients.Conformance.Tests;

/// <summary>Answers an update with the customer as it is.</summary>
internal sealed class UpdatesNothing(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        base.GetAsync(key, options, cancellationToken);
}
