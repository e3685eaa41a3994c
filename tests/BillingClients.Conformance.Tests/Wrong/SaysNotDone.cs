using BillingClients.Providers;

namespace BillingClients.Conformance.Tests;

/// <summary>After a lost answer, says that nothing happened.</summary>
internal sealed class SaysNotDone(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    private int _creates;

    public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        Customer created = await base.CreateAsync(customer, options, cancellationToken);

        // The suite makes the customers of updates and deletes first.
        return options is null && _creates++ == 0 ? created : throw NotDone(CustomerOperation.Create);
    }

    public override async Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        await base.UpdateAsync(key, update, options, cancellationToken);
        throw NotDone(CustomerOperation.Update);
    }

    public override async Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        await base.DeleteAsync(key, options, cancellationToken);
        throw NotDone(CustomerOperation.Delete);
    }

    private BillingConnectionException NotDone(BillingOperation operation) =>
        new("The connection broke.", new BillingErrorDetails { Provider = Provider.Name, Operation = operation });
}
