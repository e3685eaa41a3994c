namespace BillingClients;

/// <summary>Middleware without a class: a delegate for each operation that is to be different.</summary>
public static class InlineCustomerClientBuilderExtensions
{
    /// <summary>
    /// Puts delegates in the way of operations; an operation without one is passed on. Each delegate gets the arguments and the inner client, and decides
    /// whether, how and how often to call it.
    /// </summary>
    /// <typeparam name="TBuilder">The kind of builder.</typeparam>
    /// <param name="builder">The builder of the client.</param>
    /// <param name="create">In place of <see cref="ICustomerClient.CreateAsync"/>.</param>
    /// <param name="get">In place of <see cref="ICustomerClient.GetAsync"/>.</param>
    /// <param name="update">In place of <see cref="ICustomerClient.UpdateAsync"/>.</param>
    /// <param name="delete">In place of <see cref="ICustomerClient.DeleteAsync"/>.</param>
    /// <param name="list">In place of <see cref="ICustomerClient.ListPageAsync"/>.</param>
    /// <exception cref="ArgumentException">No delegate was given.</exception>
    /// <example><code>
    /// builder.Use(create: (customer, options, inner, token) => inner.CreateAsync(customer with { Metadata = tags }, options, token));
    /// </code></example>
    public static TBuilder Use<TBuilder>(
        this TBuilder builder,
        Func<CustomerCreate, CallOptions?, ICustomerClient, CancellationToken, Task<Customer>>? create = null,
        Func<CustomerKey, CallOptions?, ICustomerClient, CancellationToken, Task<Customer>>? get = null,
        Func<CustomerKey, CustomerUpdate, CallOptions?, ICustomerClient, CancellationToken, Task<Customer>>? update = null,
        Func<CustomerKey, CallOptions?, ICustomerClient, CancellationToken, Task>? delete = null,
        Func<CustomerListRequest, CallOptions?, ICustomerClient, CancellationToken, Task<CustomerPage>>? list = null)
        where TBuilder : IMiddlewareBuilder<TBuilder>
    {
        ArgumentNullException.ThrowIfNull(builder);
        return create is null && get is null && update is null && delete is null && list is null
            ? throw new ArgumentException("Use() without a delegate changes nothing. Give one by name: create, get, update, delete or list.", nameof(create))
            : builder.Use(inner => new InlineCustomerClient(inner) { Create = create, Get = get, Update = update, Delete = delete, List = list });
    }
}
