using BillingClients.Providers;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Ledgerly, an invented provider.</summary>
/// <remarks>Safe for concurrent use; keep one for the application's life. A delete is final.</remarks>
public sealed class LedgerlyCustomerClient : ICustomerClient, IDisposable
{
    private static readonly ProviderRequest CreateRequest = new(CustomerOperation.Create, "POST", LedgerlyRoutes.Customers);
    private static readonly ProviderRequest GetRequest = new(CustomerOperation.Get, "GET", LedgerlyRoutes.CustomerById);
    private static readonly ProviderRequest GetByExternalIdRequest = new(CustomerOperation.Get, "GET", LedgerlyRoutes.CustomerByRef);
    private static readonly ProviderRequest UpdateRequest = new(CustomerOperation.Update, "PATCH", LedgerlyRoutes.CustomerById);
    private static readonly ProviderRequest DeleteRequest = new(CustomerOperation.Delete, "DELETE", LedgerlyRoutes.CustomerById);
    private static readonly ProviderRequest ListRequest = new(CustomerOperation.List, "GET", LedgerlyRoutes.Customers);

    // Ledgerly refuses a second customer with the same external id (409), so a look-up by it settles what a lost answer said.
    private static readonly CreateRecovery<(ILedgerlyApi Api, LedgerlyCustomer Request), LedgerlyCustomer> Recovery = new()
    {
        Rule = static _ => CreateRecoveryRule.LookUpThenSendAgain,
        LookUp = static (state, _, cancellationToken) => FindAsync(state.Api, state.Request.Ref!, cancellationToken),
        Differences = static (state, stored) => LedgerlyMapping.Differences(state.Request, stored),
    };

    private readonly ProviderContext<LedgerlyOptions> _context;
    private readonly ProviderPipeline _pipeline;
    private readonly RequestRules _rules;
    private readonly ILedgerlyApi _api;

    internal LedgerlyCustomerClient(ProviderContext<LedgerlyOptions> context)
    {
        _context = context;
        _pipeline = ProviderPipeline.Create(Provider, context);
        _rules = RequestRules.Create(Provider, context);
        _api = ProviderApi.Create<ILedgerlyApi>(context.HttpClient, LedgerlyJsonContext.Default, LedgerlyErrors.Read);
    }

    /// <inheritdoc/>
    public ProviderDescriptor Provider => LedgerlyCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("X-Ledgerly-Key", Prefix: "");

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static LedgerlyCustomerClient Create(LedgerlyOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) =>
        new(StandaloneContext.Create(LedgerlyCapabilities.Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider));

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        customer = _rules.Check(customer, options);
        LedgerlyCustomer request = LedgerlyMapping.ToWire(customer);
        return await _pipeline.CreateAsync(
            CreateRequest,
            options,
            (Api: _api, Request: request),
            static (state, _, token) => state.Api.CreateAsync(state.Request, token),
            LedgerlyMapping.ToCustomer,
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
            LedgerlyMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        update = _rules.Check(key, update, options);
        LedgerlyCustomer request = LedgerlyMapping.ToWire(update);
        return await _pipeline.ExecuteAsync(
            UpdateRequest,
            options,
            (Api: _api, Id: key.Value, Request: request),
            static (state, _, token) => state.Api.UpdateAsync(state.Id, state.Request, token),
            LedgerlyMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.CheckKey(CustomerOperation.Delete, key);
        await _pipeline.DeleteAsync(
            DeleteRequest,
            options,
            (Api: _api, Id: key.Value),
            static (state, _, token) => state.Api.DeleteAsync(state.Id, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.Check(request);
        return await _pipeline.ExecuteAsync(
            ListRequest,
            options,
            (Api: _api, Request: request),
            static (state, _, token) => state.Api.ListAsync(state.Request.Email, state.Request.PageSize, state.Request.PageToken, token),
            LedgerlyMapping.ToPage,
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

    private static Task<LedgerlyCustomer?> ReadAsync(ILedgerlyApi api, CustomerKey key, CancellationToken cancellationToken) =>
        key.Kind == CustomerKeyKind.Id ? api.GetAsync(key.Value, cancellationToken) : api.GetByRefAsync(key.Value, cancellationToken);

    private static async Task<IReadOnlyList<Customer>> FindAsync(ILedgerlyApi api, string externalId, CancellationToken cancellationToken)
    {
        try
        {
            LedgerlyCustomer? found = await api.GetByRefAsync(externalId, cancellationToken).ConfigureAwait(false);
            return [LedgerlyMapping.ToCustomer(WireFormatException.Require(found, "body"), null)];
        }
        catch (BillingNotFoundException)
        {
            return [];
        }
    }
}
