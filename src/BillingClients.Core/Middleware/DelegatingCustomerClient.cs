namespace BillingClients;

/// <summary>Passes every call on to another client. Derive from it to add something before or after some of them.</summary>
/// <remarks>Add it with <see cref="IMiddlewareBuilder{TBuilder}.Use(Func{ICustomerClient, ICustomerClient})"/>. Disposing it disposes the inner client.</remarks>
public abstract class DelegatingCustomerClient : ICustomerClient, IDisposable
{
    private int _disposed;

    /// <summary>Wraps a client.</summary>
    /// <param name="inner">The client that calls are passed on to.</param>
    protected DelegatingCustomerClient(ICustomerClient inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <inheritdoc/>
    public virtual ProviderDescriptor Provider => Inner.Provider;

    /// <summary>The client that calls are passed on to.</summary>
    protected ICustomerClient Inner { get; }

    /// <inheritdoc/>
    public virtual Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.CreateAsync(customer, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.GetAsync(key, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.UpdateAsync(key, update, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.DeleteAsync(key, options, cancellationToken);

    /// <inheritdoc/>
    public virtual Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Inner.ListPageAsync(request, options, cancellationToken);

    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : Inner.GetService(serviceType, serviceKey);
    }

    /// <summary>Disposes the inner client. Only the first call does anything.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Dispose(disposing: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the inner client.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            (Inner as IDisposable)?.Dispose();
        }
    }
}
