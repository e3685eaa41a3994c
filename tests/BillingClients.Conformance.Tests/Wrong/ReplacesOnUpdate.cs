namespace BillingClients.Conformance.Tests;

internal sealed class ReplacesOnUpdate(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        base.UpdateAsync(key, update.Description.IsSet ? update : update with { Description = null }, options, cancellationToken);
}
