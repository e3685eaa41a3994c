using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Flexprice.</summary>
/// <remarks>
/// Safe for concurrent use; keep one for the application's life. A delete archives: Flexprice documents no way back, and the external id can be used again.
/// Clearing a text sends an empty one, which is what Flexprice shows for an unset text; whether its validators take that for e-mail and country is not known.
/// </remarks>
public sealed class FlexpriceCustomerClient : ICustomerClient, IDisposable
{
    private static readonly ProviderRequest CreateRequest = new(CustomerOperation.Create, "POST", FlexpriceRoutes.Customers);
    private static readonly ProviderRequest GetRequest = new(CustomerOperation.Get, "GET", FlexpriceRoutes.CustomerById);
    private static readonly ProviderRequest GetByExternalIdRequest = new(CustomerOperation.Get, "GET", FlexpriceRoutes.CustomerByExternalId);
    private static readonly ProviderRequest UpdateRequest = new(CustomerOperation.Update, "PUT", FlexpriceRoutes.Customers);
    private static readonly ProviderRequest DeleteRequest = new(CustomerOperation.Delete, "DELETE", FlexpriceRoutes.CustomerById);
    private static readonly ProviderRequest ListRequest = new(CustomerOperation.List, "POST", FlexpriceRoutes.CustomerSearch);

    // Flexprice refuses a second customer with the same external id (409), so a look-up by it settles what a lost answer said.
    private static readonly CreateRecovery<(IFlexpriceApi Api, FlexpriceCreateRequest Request), FlexpriceCustomer> Recovery = new()
    {
        Rule = static _ => CreateRecoveryRule.LookUpThenSendAgain,
        LookUp = static (state, _, cancellationToken) => FindAsync(state.Api, state.Request.ExternalId!, cancellationToken),
        Differences = static (state, stored) => FlexpriceMapping.Differences(state.Request, stored),
    };

    private readonly ProviderContext<FlexpriceOptions> _context;
    private readonly ProviderPipeline _pipeline;
    private readonly RequestRules _rules;
    private readonly IFlexpriceApi _api;

    internal FlexpriceCustomerClient(ProviderContext<FlexpriceOptions> context)
    {
        _context = context;
        _pipeline = ProviderPipeline.Create(Provider, context);
        _rules = RequestRules.Create(Provider, context);
        _api = ProviderApi.Create<IFlexpriceApi>(context.HttpClient, FlexpriceJsonContext.Default, FlexpriceErrors.Read);
    }

    /// <inheritdoc/>
    public ProviderDescriptor Provider => FlexpriceCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("x-api-key", Prefix: "");

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static FlexpriceCustomerClient Create(FlexpriceOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) =>
        new(StandaloneContext.Create(FlexpriceCapabilities.Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider));

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        customer = _rules.Check(customer, options);
        FlexpriceRules.Check(customer);
        FlexpriceCreateRequest request = FlexpriceMapping.ToWire(customer);
        return await _pipeline.CreateAsync(
            CreateRequest,
            options,
            (Api: _api, Request: request),
            static (state, _, token) => state.Api.CreateAsync(state.Request, token),
            FlexpriceMapping.ToCustomer,
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
            FlexpriceMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        update = _rules.Check(key, update, options);
        FlexpriceRules.Check(update);
        FlexpriceUpdateRequest request = FlexpriceMapping.ToWire(update);
        return await _pipeline.ExecuteAsync(
            UpdateRequest,
            options,
            (Api: _api, Key: key, Request: request),
            static (state, _, token) => state.Key.Kind == CustomerKeyKind.Id
                ? state.Api.UpdateAsync(state.Key.Value, null, state.Request, token)
                : state.Api.UpdateAsync(null, state.Key.Value, state.Request, token),
            FlexpriceMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.CheckKey(CustomerOperation.Delete, key);
        await _pipeline.DeleteAsync(
            DeleteRequest,
            options,
            (Api: _api, Key: key),
            static async (state, _, token) => await state.Api.DeleteAsync(await IdOfAsync(state.Api, state.Key, token).ConfigureAwait(false), token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.Check(request);
        FlexpriceSearchRequest search = FlexpriceMapping.ToWire(request);
        return await _pipeline.ExecuteAsync(
            ListRequest,
            options,
            (Api: _api, Request: search),
            static (state, _, token) => state.Api.SearchAsync(state.Request, token),
            FlexpriceMapping.ToPage,
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

    private static Task<FlexpriceCustomer?> ReadAsync(IFlexpriceApi api, CustomerKey key, CancellationToken cancellationToken) =>
        key.Kind == CustomerKeyKind.Id ? api.GetAsync(key.Value, cancellationToken) : api.GetByExternalIdAsync(key.Value, cancellationToken);

    private static async Task<string> IdOfAsync(IFlexpriceApi api, CustomerKey key, CancellationToken cancellationToken)
    {
        if (key.Kind == CustomerKeyKind.Id)
        {
            return key.Value;
        }

        FlexpriceCustomer? customer = await api.GetByExternalIdAsync(key.Value, cancellationToken).ConfigureAwait(false);
        return WireFormatException.RequireKey(customer?.Id, "id");
    }

    private static async Task<IReadOnlyList<Customer>> FindAsync(IFlexpriceApi api, string externalId, CancellationToken cancellationToken)
    {
        try
        {
            FlexpriceCustomer? found = await api.GetByExternalIdAsync(externalId, cancellationToken).ConfigureAwait(false);
            return [FlexpriceMapping.ToCustomer(WireFormatException.Require(found, "body"), null)];
        }
        catch (BillingNotFoundException)
        {
            return [];
        }
    }
}
