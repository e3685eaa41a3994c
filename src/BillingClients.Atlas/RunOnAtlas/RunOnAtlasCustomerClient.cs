using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at RunOnAtlas (runonatlas.com), which calls itself Atlas and has nothing to do with api.atlas.co.</summary>
/// <remarks>
/// <para>
/// Safe for concurrent use; keep one for the application's life. A create also subscribes the customer to the account's default plan, if it is eligible. A
/// create and a get by external id return subscriptions, trial eligibility and what else <see cref="RunOnAtlasCustomer"/> holds; a get by id, an update and a
/// list return the plain customer.
/// </para>
/// <para>
/// An update is an upsert by external id, which would create a customer that is not there. So the customer is read first, by either key, and none there means
/// <see cref="BillingNotFoundException"/>. What remains: a customer that is removed between the read and the upsert comes back as a new one, unsubscribed.
/// Clearing sends null; whether null clears is not documented. An address is replaced as a whole, so its unset parts are sent as null too.
/// </para>
/// <para>
/// The documents call the external id unique, and do not promise that a second create with the same one is refused. A create whose answer was lost is looked
/// up by it before it is sent again; should RunOnAtlas still be working on the lost one at that moment, both may be stored.
/// </para>
/// </remarks>
public sealed class RunOnAtlasCustomerClient : ICustomerClient, IDisposable
{
    private static readonly ProviderRequest CreateRequest = new(CustomerOperation.Create, "POST", RunOnAtlasRoutes.Customers);
    private static readonly ProviderRequest GetRequest = new(CustomerOperation.Get, "GET", RunOnAtlasRoutes.CustomerById);
    private static readonly ProviderRequest GetByExternalIdRequest = new(CustomerOperation.Get, "GET", RunOnAtlasRoutes.CustomerByExternalId);
    private static readonly ProviderRequest UpdateRequest = new(CustomerOperation.Update, "POST", RunOnAtlasRoutes.CustomerUpsert);
    private static readonly ProviderRequest ListRequest = new(CustomerOperation.List, "GET", RunOnAtlasRoutes.Customers);

    // The external id is documented as unique, so a look-up by it settles what a lost answer said, as far as the remarks above go.
    private static readonly CreateRecovery<(IRunOnAtlasApi Api, RunOnAtlasCreateRequest Request), RunOnAtlasCustomer> Recovery = new()
    {
        Rule = static _ => CreateRecoveryRule.LookUpThenSendAgain,
        LookUp = static (state, _, cancellationToken) => FindAsync(state.Api, state.Request.ExternalId!, cancellationToken),
        Differences = static (state, stored) => RunOnAtlasMapping.Differences(state.Request, stored),
    };

    private readonly ProviderContext<RunOnAtlasOptions> _context;
    private readonly ProviderPipeline _pipeline;
    private readonly RequestRules _rules;
    private readonly IRunOnAtlasApi _api;

    internal RunOnAtlasCustomerClient(ProviderContext<RunOnAtlasOptions> context)
    {
        _context = context;
        _pipeline = ProviderPipeline.Create(Provider, context);
        _rules = RequestRules.Create(Provider, context);
        _api = ProviderApi.Create<IRunOnAtlasApi>(context.HttpClient, RunOnAtlasJsonContext.Default, RunOnAtlasErrors.Read);
    }

    /// <inheritdoc/>
    public ProviderDescriptor Provider => RunOnAtlasCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("x-api-key", Prefix: "");

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static RunOnAtlasCustomerClient Create(RunOnAtlasOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) =>
        new(StandaloneContext.Create(RunOnAtlasCapabilities.Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider));

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        customer = _rules.Check(customer, options);
        RunOnAtlasRules.Check(customer);
        RunOnAtlasCreateRequest request = RunOnAtlasMapping.ToWire(customer);
        return await _pipeline.CreateAsync(
            CreateRequest,
            options,
            (Api: _api, Request: request),
            static (state, _, token) => state.Api.CreateAsync(state.Request, token),
            RunOnAtlasMapping.ToCustomer,
            Recovery,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.CheckKey(CustomerOperation.Get, key);
        return await _pipeline.ExecuteAsync(
            key.Kind == CustomerKeyKind.Id ? GetRequest : GetByExternalIdRequest,
            options,
            (Api: _api, Key: key),
            static (state, _, token) => ReadAsync(state.Api, state.Key, token),
            RunOnAtlasMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        update = _rules.Check(key, update, options);
        RunOnAtlasRules.Check(update);
        return await _pipeline.ExecuteAsync(
            UpdateRequest,
            options,
            (Api: _api, Key: key, Update: update),
            static (state, _, token) => UpdateExistingAsync(state.Api, state.Key, state.Update, token),
            RunOnAtlasMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Refused: RunOnAtlas documents no way to delete or archive a customer.</summary>
    /// <inheritdoc/>
    public async Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        // Always refuses; async, so that the task fails and not the call.
        _rules.CheckKey(CustomerOperation.Delete, key);
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.Check(request);
        RunOnAtlasRules.Check(request);
        RunOnAtlasListQuery query = RunOnAtlasMapping.ToWire(request);
        return await _pipeline.ExecuteAsync(
            ListRequest,
            options,
            (Api: _api, Query: query),
            static (state, _, token) => ListAsync(state.Api, state.Query, token),
            (page, response) => RunOnAtlasMapping.ToPage(page, query.PageSize, response),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _context.Dispose();

    private static Task<RunOnAtlasCustomer?> ReadAsync(IRunOnAtlasApi api, CustomerKey key, CancellationToken cancellationToken) =>
        key.Kind == CustomerKeyKind.Id ? api.GetAsync(key.Value, cancellationToken) : api.GetByExternalIdAsync(key.Value, cancellationToken);

    private static async Task<RunOnAtlasCustomer?> UpdateExistingAsync(
        IRunOnAtlasApi api, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken)
    {
        RunOnAtlasCustomer? stored = await ReadAsync(api, key, cancellationToken).ConfigureAwait(false);
        string externalId = WireFormatException.Require(stored?.ExternalId, "externalId");
        return await api.UpsertAsync(RunOnAtlasMapping.ToWire(externalId, update), cancellationToken).ConfigureAwait(false);
    }

    private static Task<RunOnAtlasCustomersPage?> ListAsync(IRunOnAtlasApi api, RunOnAtlasListQuery query, CancellationToken cancellationToken) =>
        api.ListAsync(
            query.ExternalId,
            query.Id,
            query.QuickBooksId,
            query.StripeId,
            query.Email,
            query.Name,
            query.Page,
            query.PageSize,
            query.Order,
            query.OrderBy,
            cancellationToken);

    private static async Task<IReadOnlyList<Customer>> FindAsync(IRunOnAtlasApi api, string externalId, CancellationToken cancellationToken)
    {
        try
        {
            RunOnAtlasCustomer? found = await api.GetByExternalIdAsync(externalId, cancellationToken).ConfigureAwait(false);
            return [RunOnAtlasMapping.ToCustomer(WireFormatException.Require(found, "body"), null)];
        }
        catch (BillingNotFoundException)
        {
            return [];
        }
    }
}
