using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>What every <see cref="ICustomerClient"/> can do, on top of its members.</summary>
public static class CustomerClientExtensions
{
    /// <summary>Reads a customer, or null when there is none.</summary>
    /// <inheritdoc cref="ICustomerClient.GetAsync"/>
    /// <param name="client">The client.</param>
    /// <param name="key">The provider's id or your external id.</param>
    /// <param name="options">Settings for this call; null for the client's own.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<Customer?> FindAsync(
        this ICustomerClient client, CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        try
        {
            return await client.GetAsync(key, options, cancellationToken).ConfigureAwait(false);
        }
        catch (BillingNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Lists customers, page after page, while it is enumerated.</summary>
    /// <param name="client">The client.</param>
    /// <param name="request">
    /// Filters and page size, and the page to start at; null for everything. To resume later, use <see cref="ICustomerClient.ListPageAsync"/> and keep its
    /// token.
    /// </param>
    /// <param name="options">Settings for each page's call; null for the client's own.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <remarks>
    /// Memory stays flat: at most two pages are held. A customer created or removed meanwhile may be missed or seen twice where the provider pages by offset.
    /// </remarks>
    /// <exception cref="UnreadableResponseException">The provider returns the same pages, or empty ones, again and again.</exception>
    public static async IAsyncEnumerable<Customer> ListAsync(
        this ICustomerClient client,
        CustomerListRequest? request = null,
        CallOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        await foreach (CustomerPage page in CustomerPages.ReadAsync(client, request ?? new(), options, cancellationToken).ConfigureAwait(false))
        {
            foreach (Customer customer in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return customer;
            }
        }
    }

    /// <summary>
    /// Gets the customer with the external id or the e-mail address, or creates it when there is none. An existing customer is returned as it is, not changed.
    /// </summary>
    /// <param name="client">The client.</param>
    /// <param name="customer">
    /// What to create. The unique key must be set: <see cref="CustomerCapabilities.UniqueKey"/> says which it is; without one, the external id.
    /// </param>
    /// <param name="options">Settings for each call; null for the client's own.</param>
    /// <param name="cancellationToken">Stops waiting. A create that was already sent may still take effect.</param>
    /// <exception cref="UnsupportedCapabilityException">The provider can find a customer by neither external id nor e-mail address.</exception>
    /// <exception cref="BillingValidationException">The key is missing.</exception>
    /// <exception cref="BillingConflictException">
    /// Two customers match. Or the e-mail address is the unique key, and the customer with that address has another external id.
    /// </exception>
    /// <exception cref="AmbiguousOutcomeException">It cannot be told whether the customer was created.</exception>
    /// <remarks>
    /// The customer is looked up by external id if the provider can do that, otherwise by e-mail address, without regard to case. A customer that was found by
    /// e-mail address matches if it has the external id that is asked for, or none.
    /// Two calls at the same time end with the same customer if the provider keeps the key unique; otherwise they may make two customers. If the provider's
    /// create changes an existing customer, one that another process creates at the same time is changed to what was sent.
    /// </remarks>
    public static Task<Customer> GetOrCreateAsync(
        this ICustomerClient client, CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(customer);
        return GetOrCreateCustomer.RunAsync(client, customer, options, cancellationToken);
    }

    /// <summary>Lists all problems for which a create would be refused before it is sent. Nothing is sent or logged.</summary>
    /// <param name="client">The client.</param>
    /// <param name="customer">The customer to create.</param>
    /// <param name="options">The settings of the call; null for the client's own.</param>
    /// <returns>
    /// The problems, in a stable order, each property once; empty if there are none. <see cref="ICustomerClient.CreateAsync"/> throws the same
    /// <see cref="BillingValidationException.Errors"/>.
    /// </returns>
    /// <exception cref="UnsupportedCapabilityException">The provider cannot create customers.</exception>
    /// <remarks>
    /// The provider may still refuse a create in which no problem was found. If a client of your own offers no <see cref="ICustomerCheck"/>, only the
    /// capabilities of its provider are checked.
    /// </remarks>
    public static IReadOnlyList<FieldError> Check(this ICustomerClient client, CustomerCreate customer, CallOptions? options = null) =>
        CheckOf(client).Check(customer, options);

    /// <summary>Lists all problems for which an update would be refused before it is sent. Nothing is sent or logged. The key is not checked.</summary>
    /// <inheritdoc cref="Check(ICustomerClient, CustomerCreate, CallOptions?)"/>
    /// <param name="client">The client.</param>
    /// <param name="update">What to change.</param>
    /// <param name="options">The settings of the call; null for the client's own.</param>
    /// <returns>
    /// The problems, in a stable order, each property once; empty if there are none. <see cref="ICustomerClient.UpdateAsync"/> throws the same
    /// <see cref="BillingValidationException.Errors"/>, unless the key has a problem, too.
    /// </returns>
    /// <exception cref="UnsupportedCapabilityException">The provider cannot update customers.</exception>
    public static IReadOnlyList<FieldError> Check(this ICustomerClient client, CustomerUpdate update, CallOptions? options = null) =>
        CheckOf(client).Check(update, options);

    /// <summary>Reaches what stands behind a client: itself, a client that it wraps, or a service that its provider offers.</summary>
    /// <typeparam name="T">The type asked for.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="serviceKey">A key, for services that have one; otherwise null.</param>
    /// <returns>The service, or null when there is none.</returns>
    public static T? GetService<T>(this ICustomerClient client, object? serviceKey = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.GetService(typeof(T), serviceKey) as T;
    }

    /// <summary>
    /// Makes the client of a Refit interface of your own, for endpoints of the provider that this library does not model. Its requests go through this client:
    /// with its key and base address, time limits, size limits and telemetry, and with its exceptions.
    /// </summary>
    /// <typeparam name="TApi">The interface. The project that declares it references the package Refit.</typeparam>
    /// <param name="client">The client. Middleware around it does not see these requests.</param>
    /// <param name="json">The JSON contracts of all bodies that the interface sends and receives.</param>
    /// <returns>The client of the interface. Keep it: it lives as long as <paramref name="client"/>, and is safe for concurrent use.</returns>
    /// <exception cref="InvalidOperationException">
    /// Refit generated nothing for <typeparamref name="TApi"/>, or the client sends no HTTP requests, as a fake in tests.
    /// </exception>
    /// <remarks>
    /// <para>For a request that fails, its methods throw a <see cref="BillingException"/>, whatever they return. GET and HEAD requests are retried like the reads of
    /// this client. Any other request is sent once, because nothing is known about what it does; if it may have taken effect,
    /// <see cref="BillingException.OutcomeUnknown"/> is true.</para>
    /// <para>Before anything is sent, they throw a <see cref="NotSupportedException"/> if <paramref name="json"/> does not have the type of a body, an
    /// <see cref="InvalidOperationException"/> if the request is for another host or the options of the client were made invalid, and an
    /// <see cref="ObjectDisposedException"/> after <paramref name="client"/> was disposed. If the token of a call is cancelled, they throw an
    /// <see cref="OperationCanceledException"/>.</para>
    /// <para>A parameter <c>[Property] CallOptions? options</c> takes the settings of a call. <c>docs/own-endpoints.md</c> has two examples.</para>
    /// </remarks>
    public static TApi GetApi<TApi>(this ICustomerClient client, JsonSerializerContext json)
        where TApi : class
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(json);
        IOwnEndpoints endpoints = client.GetService<IOwnEndpoints>() ?? throw new InvalidOperationException(
            $"The client '{ClientName.Of(client)}' sends no HTTP requests, so it has no endpoints. In tests, use a ProviderSimulator with a client of the provider.");
        return endpoints.GetApi<TApi>(json);
    }

    /// <summary>Wraps a client without dependency injection in middleware.</summary>
    /// <param name="client">The client. The one that is built disposes it.</param>
    public static CustomerClientBuilder AsBuilder(this ICustomerClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new CustomerClientBuilder(client);
    }

    private static ICustomerCheck CheckOf(ICustomerClient client) => client.GetService<ICustomerCheck>() ?? new CapabilityCheck(client);
}
