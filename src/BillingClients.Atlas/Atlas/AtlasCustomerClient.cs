using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Atlas (api.atlas.co).</summary>
/// <remarks>
/// <para>Safe for concurrent use; keep one for the application's life. A delete is final.</para>
/// <para>Atlas has no external id: it is held in metadata as <c>external_id</c>, read back, and no customer can be looked up by it. Metadata is replaced as a
/// whole there, so an update that sets only one of <see cref="CustomerUpdate.ExternalId"/> and <see cref="CustomerUpdate.Metadata"/> first reads the customer,
/// to keep the other: one more request, and a change that somebody else makes to metadata between the two is lost. Set both, and nothing is read.</para>
/// <para>A test key and a live key of one account may see the same customers: Atlas's answers do not tell them apart.</para>
/// </remarks>
public sealed class AtlasCustomerClient : ICustomerClient, IDisposable
{
    private static readonly ProviderRequest CreateRequest = new(CustomerOperation.Create, "POST", AtlasRoutes.Customers);
    private static readonly ProviderRequest GetRequest = new(CustomerOperation.Get, "GET", AtlasRoutes.CustomerById);
    private static readonly ProviderRequest UpdateRequest = new(CustomerOperation.Update, "PATCH", AtlasRoutes.CustomerById);
    private static readonly ProviderRequest DeleteRequest = new(CustomerOperation.Delete, "DELETE", AtlasRoutes.CustomerById);
    private static readonly ProviderRequest ListRequest = new(CustomerOperation.List, "GET", AtlasRoutes.Customers);

    // Atlas refuses a second customer with the same e-mail address and names the first, so sending again settles what a lost answer said.
    private static readonly CreateRecovery<(IAtlasApi Api, AtlasCreateRequest Request), AtlasCustomer> Recovery = new()
    {
        Rule = static _ => CreateRecoveryRule.SendAgain,
        LookUp = static (state, _, cancellationToken) => FindAsync(state.Api, state.Request.Email!, cancellationToken),
        ReadById = static (state, id, _, cancellationToken) =>
            ReadAsync(state.Api, WireFormatException.RequireKey(id, "existing_customer_id"), cancellationToken),
        Differences = static (state, stored) => AtlasMapping.Differences(state.Request, stored),
    };

    private readonly ProviderContext<AtlasOptions> _context;
    private readonly ProviderPipeline _pipeline;
    private readonly RequestRules _rules;
    private readonly IAtlasApi _api;

    internal AtlasCustomerClient(ProviderContext<AtlasOptions> context)
    {
        _context = context;
        _pipeline = ProviderPipeline.Create(Provider, context);
        _rules = RequestRules.Create(Provider, context);
        _api = ProviderApi.Create<IAtlasApi>(context.HttpClient, AtlasJsonContext.Default, AtlasErrors.Read);
    }

    /// <inheritdoc/>
    public ProviderDescriptor Provider => AtlasCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("Authorization", Prefix: "Bearer ");

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static AtlasCustomerClient Create(AtlasOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) =>
        new(StandaloneContext.Create(AtlasCapabilities.Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider));

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        customer = _rules.Check(customer, options);
        AtlasRules.Check(customer);
        AtlasCreateRequest request = AtlasMapping.ToWire(customer);
        return await _pipeline.CreateAsync(
            CreateRequest,
            options,
            (Api: _api, Request: request),
            static (state, call, token) => state.Api.CreateAsync(state.Request, call.IdempotencyKey, token),
            AtlasMapping.ToCustomer,
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
            AtlasMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        update = _rules.Check(key, update, options);
        AtlasRules.Check(update);
        return await _pipeline.ExecuteAsync(
            UpdateRequest,
            options,
            (Api: _api, Key: key, Update: update),
            static (state, _, token) => UpdateOnceAsync(state.Api, state.Key.Value, state.Update, token),
            AtlasMapping.ToCustomer,
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
            static (state, _, token) => DeleteOnceAsync(state.Api, state.Key.Value, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.Check(request);
        long offset = OffsetToken.Parse(Provider, request.PageToken);
        return await _pipeline.ExecuteAsync(
            ListRequest,
            options,
            (Api: _api, Request: request, Offset: offset),
            static (state, _, token) => state.Api.ListAsync(state.Request.PageSize, state.Offset, state.Request.Email, token),
            (page, response) => AtlasMapping.ToPage(page, offset, response),
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

    private static async Task<AtlasCustomer?> UpdateOnceAsync(IAtlasApi api, string id, CustomerUpdate update, CancellationToken cancellationToken)
    {
        AtlasMetadata? stored = null;
        if (AtlasMapping.NeedsStoredMetadata(update))
        {
            AtlasStoredMetadata? customer = await api.GetMetadataAsync(id, cancellationToken).ConfigureAwait(false);
            stored = WireFormatException.Require(customer, "body").Metadata;
        }

        return await api.UpdateAsync(id, AtlasMapping.ToWire(update, stored), cancellationToken).ConfigureAwait(false);
    }

    private static async Task DeleteOnceAsync(IAtlasApi api, string id, CancellationToken cancellationToken)
    {
        AtlasDeletion? deletion = await api.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
        if (deletion is { Deleted: not true })
        {
            throw new WireFormatException("deleted");
        }
    }

    private static async Task<Customer> ReadAsync(IAtlasApi api, string id, CancellationToken cancellationToken)
    {
        AtlasCustomer? found = await api.GetAsync(id, cancellationToken).ConfigureAwait(false);
        return AtlasMapping.ToCustomer(WireFormatException.Require(found, "body"), null);
    }

    private static async Task<IReadOnlyList<Customer>> FindAsync(IAtlasApi api, string email, CancellationToken cancellationToken)
    {
        AtlasCustomerPage? page = await api.ListAsync(limit: null, offset: null, email, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<AtlasCustomer> found = WireFormatException.Require(page?.Data, "data");
        return CustomerPage.ItemsOf(found, static item => AtlasMapping.ToCustomer(item, null));
    }
}
