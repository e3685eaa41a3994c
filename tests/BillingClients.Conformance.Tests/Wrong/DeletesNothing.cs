namespace BillingClients.Conformance.Tests;

/// <summary>Takes a gateway's "not found" for a customer that is gone.</summary>
internal sealed class DeletesNothing(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
