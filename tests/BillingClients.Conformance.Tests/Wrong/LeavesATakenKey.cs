namespace BillingClients.Conformance.Tests;

/// <summary>Leaves out a unique key from an update, so that there is no conflict.</summary>
internal sealed class LeavesATakenKey(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        base.UpdateAsync(key, update with { ExternalId = default, Name = "Ada" }, options, cancellationToken);
}
