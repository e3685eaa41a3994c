using BillingClients.Providers;

namespace BillingClients.Conformance.Tests;

internal sealed class RefusesUpdates(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new BillingConflictException("It exists.", new BillingErrorDetails { Provider = Provider.Name, Operation = CustomerOperation.Update });
}
