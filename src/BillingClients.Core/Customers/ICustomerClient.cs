namespace BillingClients;

/// <summary>Creates, reads, changes, removes and lists customers at one billing provider.</summary>
/// <remarks>
/// <para>Implementations are safe for concurrent use and are meant to live as long as the application. Arguments are not changed and not kept.</para>
/// <para>
/// Every method fails with a <see cref="BillingException"/>, whatever the provider or the network did; with <see cref="OperationCanceledException"/> when
/// <c>cancellationToken</c> was cancelled; with <see cref="ArgumentNullException"/> when a required argument is null; or with
/// <see cref="ObjectDisposedException"/> after the client was disposed. Nothing else leaves a client.
/// </para>
/// <para>What a provider cannot do is data (<see cref="ProviderDescriptor.Capabilities"/>) and is refused before a request is sent.</para>
/// </remarks>
public interface ICustomerClient
{
    /// <summary>The provider behind this client, and what it can do.</summary>
    ProviderDescriptor Provider { get; }

    /// <summary>Creates a customer, once.</summary>
    /// <param name="customer">What to store. Properties that are null are not sent.</param>
    /// <param name="options">Settings for this call; null for the client's own.</param>
    /// <param name="cancellationToken">Stops waiting. A create that was already sent may still take effect.</param>
    /// <returns>The customer as the provider stored it.</returns>
    /// <exception cref="AmbiguousOutcomeException">It cannot be told whether the customer was created.</exception>
    /// <exception cref="BillingConflictException">A customer with the same unique key exists. It is never returned as if created.</exception>
    /// <exception cref="UnsupportedFieldException">The provider cannot hold fields that were given, and nothing else is wrong.</exception>
    /// <exception cref="BillingValidationException">Fields were refused: before sending, with all problems listed, or by the provider.</exception>
    Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a customer.</summary>
    /// <param name="key">The provider's id or your external id.</param>
    /// <param name="options">Settings for this call; null for the client's own.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BillingNotFoundException">There is no such customer.</exception>
    /// <exception cref="UnsupportedCapabilityException">The provider has no look-up by this kind of key.</exception>
    Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Changes the properties of a customer that are set in <paramref name="update"/> and no others.</summary>
    /// <param name="key">The provider's id or your external id.</param>
    /// <param name="update">What to change: unset leaves a value, null clears it.</param>
    /// <param name="options">Settings for this call; null for the client's own.</param>
    /// <param name="cancellationToken">Stops waiting. An update that was already sent may still take effect.</param>
    /// <returns>The customer after the change.</returns>
    /// <exception cref="BillingNotFoundException">There is no such customer.</exception>
    /// <exception cref="UnsupportedFieldException">The provider cannot change or clear fields that were given, and nothing else is wrong.</exception>
    /// <exception cref="BillingValidationException">Fields were refused: before sending, with all problems listed, or by the provider.</exception>
    Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes or archives a customer; <see cref="CustomerCapabilities.DeleteEffect"/> says which.</summary>
    /// <param name="key">The provider's id or your external id.</param>
    /// <param name="options">Settings for this call; null for the client's own.</param>
    /// <param name="cancellationToken">Stops waiting. A delete that was already sent may still take effect.</param>
    /// <exception cref="BillingNotFoundException">There is no such customer.</exception>
    /// <exception cref="UnsupportedCapabilityException">The provider has no such operation.</exception>
    Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reads one page of customers.</summary>
    /// <param name="request">Filters, page size and the token of the page; a new request is the first page of everything.</param>
    /// <param name="options">Settings for this call; null for the client's own.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="UnsupportedCapabilityException">The provider has no such filter.</exception>
    Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Reaches what stands behind this client: itself, a client that it wraps, or a service that its provider offers.</summary>
    /// <param name="serviceType">The type asked for.</param>
    /// <param name="serviceKey">A key, for services that have one; otherwise null.</param>
    /// <returns>The service, or null when there is none.</returns>
    object? GetService(Type serviceType, object? serviceKey = null);
}
