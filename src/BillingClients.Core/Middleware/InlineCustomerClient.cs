namespace BillingClients;

/// <summary>Middleware made of delegates: an operation without one is passed on.</summary>
internal sealed class InlineCustomerClient(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    internal Func<CustomerCreate, CallOptions?, ICustomerClient, CancellationToken, Task<Customer>>? Create { get; init; }

    internal Func<CustomerKey, CallOptions?, ICustomerClient, CancellationToken, Task<Customer>>? Get { get; init; }

    internal Func<CustomerKey, CustomerUpdate, CallOptions?, ICustomerClient, CancellationToken, Task<Customer>>? Update { get; init; }

    internal Func<CustomerKey, CallOptions?, ICustomerClient, CancellationToken, Task>? Delete { get; init; }

    internal Func<CustomerListRequest, CallOptions?, ICustomerClient, CancellationToken, Task<CustomerPage>>? List { get; init; }

    /// <inheritdoc/>
    public override Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Create?.Invoke(customer, options, Inner, cancellationToken) ?? base.CreateAsync(customer, options, cancellationToken);

    /// <inheritdoc/>
    public override Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Get?.Invoke(key, options, Inner, cancellationToken) ?? base.GetAsync(key, options, cancellationToken);

    /// <inheritdoc/>
    public override Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Update?.Invoke(key, update, options, Inner, cancellationToken) ?? base.UpdateAsync(key, update, options, cancellationToken);

    /// <inheritdoc/>
    public override Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Delete?.Invoke(key, options, Inner, cancellationToken) ?? base.DeleteAsync(key, options, cancellationToken);

    /// <inheritdoc/>
    public override Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        List?.Invoke(request, options, Inner, cancellationToken) ?? base.ListPageAsync(request, options, cancellationToken);
}
