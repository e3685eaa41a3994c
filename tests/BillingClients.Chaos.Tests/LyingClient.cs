namespace BillingClients.Chaos.Tests;

/// <summary>Does what it is asked, or does not, and tells something else.</summary>
internal sealed class LyingClient(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    internal Func<ICustomerClient, CustomerCreate, Task<Customer>> Create { get; init; } = static (inner, customer) => inner.CreateAsync(customer);

    internal Func<ICustomerClient, CustomerKey, Task<Customer>> Get { get; init; } = static (inner, key) => inner.GetAsync(key);

    internal Func<ICustomerClient, CustomerKey, CustomerUpdate, Task<Customer>> Update { get; init; } =
        static (inner, key, update) => inner.UpdateAsync(key, update);

    internal Func<ICustomerClient, CustomerKey, Task> Delete { get; init; } = static (inner, key) => inner.DeleteAsync(key);

    public override Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Create(Inner, customer);

    public override Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) => Get(Inner, key);

    public override Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Update(Inner, key, update);

    public override Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) => Delete(Inner, key);
}
