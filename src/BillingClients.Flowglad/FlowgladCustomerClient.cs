using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Flowglad.</summary>
/// <remarks>
/// Safe for concurrent use; keep one for the application's life. Only the external id addresses a customer. A delete archives, and cancels the customer's
/// subscriptions: Flowglad has no way back, an archived customer cannot be read, and the external id can be used again at once. A list shows archived ones too.
/// </remarks>
public sealed class FlowgladCustomerClient : ICustomerClient, IDisposable
{
    private static readonly ProviderRequest CreateRequest = new(CustomerOperation.Create, "POST", FlowgladRoutes.Customers);
    private static readonly ProviderRequest GetRequest = new(CustomerOperation.Get, "GET", FlowgladRoutes.CustomerByExternalId);
    private static readonly ProviderRequest UpdateRequest = new(CustomerOperation.Update, "PUT", FlowgladRoutes.CustomerByExternalId);
    private static readonly ProviderRequest DeleteRequest = new(CustomerOperation.Delete, "POST", FlowgladRoutes.CustomerArchive);
    private static readonly ProviderRequest ListRequest = new(CustomerOperation.List, "GET", FlowgladRoutes.Customers);

    // Flowglad refuses a second customer with the same external id (409), so a look-up by it settles what a lost answer said. A customer that is created
    // archived holds no unique key and cannot be read: sending it again could make two.
    private static readonly CreateRecovery<(IFlowgladApi Api, FlowgladCreateRequest Request), FlowgladCreateResponse> Recovery = new()
    {
        Rule = static state => state.Request.Customer.Archived == true ? CreateRecoveryRule.LookUpOnly : CreateRecoveryRule.LookUpThenSendAgain,
        LookUp = static (state, _, cancellationToken) => FindAsync(state.Api, state.Request.Customer.ExternalId!, cancellationToken),
        Differences = static (state, stored) => FlowgladMapping.Differences(state.Request, stored),
    };

    private readonly ProviderContext<FlowgladOptions> _context;
    private readonly ProviderPipeline _pipeline;
    private readonly RequestRules _rules;
    private readonly IFlowgladApi _api;

    internal FlowgladCustomerClient(ProviderContext<FlowgladOptions> context)
    {
        _context = context;
        _pipeline = ProviderPipeline.Create(Provider, context);
        _rules = RequestRules.Create(Provider, context);
        _api = ProviderApi.Create<IFlowgladApi>(context.HttpClient, FlowgladJsonContext.Default, FlowgladErrors.Read);
    }

    /// <inheritdoc/>
    public ProviderDescriptor Provider => FlowgladCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("Authorization", Prefix: "");

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static FlowgladCustomerClient Create(FlowgladOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) =>
        new(StandaloneContext.Create(FlowgladCapabilities.Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider));

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        customer = _rules.Check(customer, options);
        FlowgladRules.Check(customer);
        FlowgladCreateRequest request = FlowgladMapping.ToWire(customer);
        return await _pipeline.CreateAsync(
            CreateRequest,
            options,
            (Api: _api, Request: request),
            static (state, _, token) => state.Api.CreateAsync(state.Request, token),
            FlowgladMapping.ToCustomer,
            Recovery,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.CheckKey(CustomerOperation.Get, key);
        return await _pipeline.ExecuteAsync(
            GetRequest,
            options,
            (Api: _api, Key: key),
            static (state, _, token) => state.Api.GetAsync(state.Key.Value, token),
            FlowgladMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        update = _rules.Check(key, update, options);
        FlowgladRules.Check(update);
        FlowgladUpdateRequest request = FlowgladMapping.ToWire(update);
        return await _pipeline.ExecuteAsync(
            UpdateRequest,
            options,
            (Api: _api, Key: key, Request: request),
            static (state, _, token) => state.Api.UpdateAsync(state.Key.Value, state.Request, token),
            FlowgladMapping.ToCustomer,
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
            static (state, _, token) => state.Api.ArchiveAsync(state.Key.Value, FlowgladArchiveRequest.Empty, token),
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
            static (state, _, token) => state.Api.ListAsync(state.Request.PageToken, state.Request.PageSize, token),
            FlowgladMapping.ToPage,
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

    private static async Task<IReadOnlyList<Customer>> FindAsync(IFlowgladApi api, string externalId, CancellationToken cancellationToken)
    {
        try
        {
            FlowgladCustomerResponse? found = await api.GetAsync(externalId, cancellationToken).ConfigureAwait(false);
            return [FlowgladMapping.ToCustomer(WireFormatException.Require(found, "body"), null)];
        }
        catch (BillingNotFoundException)
        {
            return [];
        }
    }
}
