namespace BillingClients.Core.Tests.Fixtures;

/// <summary>Middleware written from scratch, by someone who did not derive from <see cref="DelegatingCustomerClient"/> and disposes nothing.</summary>
public sealed class PassingClient(ICustomerClient inner) : ICustomerClient
{
    public ProviderDescriptor Provider => inner.Provider;

    public Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options, CancellationToken cancellationToken) =>
        inner.CreateAsync(customer, options, cancellationToken);

    public Task<Customer> GetAsync(CustomerKey key, CallOptions? options, CancellationToken cancellationToken) => inner.GetAsync(key, options, cancellationToken);

    public Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options, CancellationToken cancellationToken) =>
        inner.UpdateAsync(key, update, options, cancellationToken);

    public Task DeleteAsync(CustomerKey key, CallOptions? options, CancellationToken cancellationToken) => inner.DeleteAsync(key, options, cancellationToken);

    public Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options, CancellationToken cancellationToken) =>
        inner.ListPageAsync(request, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey) => inner.GetService(serviceType, serviceKey);
}
