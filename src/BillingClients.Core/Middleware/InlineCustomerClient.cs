using BillingClients.Providers;

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
        Create is null
            ? base.CreateAsync(customer, options, cancellationToken)
            : Returned("create", Create(customer, options, Inner, cancellationToken));

    /// <inheritdoc/>
    public override Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Get is null
            ? base.GetAsync(key, options, cancellationToken)
            : Returned("get", Get(key, options, Inner, cancellationToken));

    /// <inheritdoc/>
    public override Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Update is null
            ? base.UpdateAsync(key, update, options, cancellationToken)
            : Returned("update", Update(key, update, options, Inner, cancellationToken));

    /// <inheritdoc/>
    public override Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        Delete is null
            ? base.DeleteAsync(key, options, cancellationToken)
            : Returned("delete", Delete(key, options, Inner, cancellationToken));

    /// <inheritdoc/>
    public override Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        List is null
            ? base.ListPageAsync(request, options, cancellationToken)
            : Returned("list", List(request, options, Inner, cancellationToken));

    private TTask Returned<TTask>(string name, TTask? task)
        where TTask : Task => task ?? throw new InvalidOperationException(
            $"The delegate '{name}' that was given to Use for the client '{ClientName.Of(Inner)}' returned null. Return the task of the call, or make the delegate async.");
}
