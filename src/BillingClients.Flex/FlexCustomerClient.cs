using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Flex.</summary>
/// <remarks>
/// <para>
/// Safe for concurrent use; keep one for the application's life. Flex has first and last name: a <see cref="CustomerCreate.Name"/> alone is split at its last
/// space, and beside both parts it is not sent. Clearing sends null; Flex's documents do not say what that does.
/// </para>
/// <para>
/// The external id is the metadata entry <c>external_id</c>, and Flex finds no customer by it. An update of one of external id and metadata reads the customer
/// first and sends the other along, so that it is not lost: one more request, and whoever changes the metadata between the two is overwritten. A map that holds
/// <c>external_id</c> itself is sent as it is.
/// </para>
/// <para>
/// A create carries an <c>Idempotency-Key</c>, as those of Flex's own plugin do. An update does not: sent twice it means the same, while how long Flex keeps a
/// key, and what it answers to one that it has seen, is not documented.
/// </para>
/// </remarks>
public sealed class FlexCustomerClient : ICustomerClient, IDisposable
{
    private static readonly ProviderRequest CreateRequest = new(CustomerOperation.Create, "POST", FlexRoutes.Customers);
    private static readonly ProviderRequest GetRequest = new(CustomerOperation.Get, "GET", FlexRoutes.CustomerById);
    private static readonly ProviderRequest UpdateRequest = new(CustomerOperation.Update, "PATCH", FlexRoutes.CustomerById);
    private static readonly ProviderRequest ListRequest = new(CustomerOperation.List, "GET", FlexRoutes.Customers);

    // Flex documents nothing that it refuses a second customer for: one look-up by e-mail address may settle what a lost answer said, and nothing else does.
    private static readonly CreateRecovery<(IFlexApi Api, FlexCreateRequest Request, bool SendAgain), FlexEnvelope<FlexCustomer>> Recovery = new()
    {
        Rule = static state => state.SendAgain ? CreateRecoveryRule.SendAgain : CreateRecoveryRule.LookUpOnly,
        LookUp = static (state, _, cancellationToken) => FindAsync(state.Api, state.Request.Email, cancellationToken),
        Differences = static (state, stored) => FlexMapping.Differences(state.Request, stored),
    };

    private readonly ProviderContext<FlexOptions> _context;
    private readonly ProviderPipeline _pipeline;
    private readonly RequestRules _rules;
    private readonly IFlexApi _api;

    internal FlexCustomerClient(ProviderContext<FlexOptions> context)
    {
        _context = context;
        _pipeline = ProviderPipeline.Create(Provider, context);
        _rules = RequestRules.Create(Provider, context);
        _api = ProviderApi.Create<IFlexApi>(context.HttpClient, FlexJsonContext.Default, FlexErrors.Read);
    }

    /// <inheritdoc/>
    public ProviderDescriptor Provider => FlexCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("Authorization", Prefix: "Bearer ");

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static FlexCustomerClient Create(FlexOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) =>
        new(StandaloneContext.Create(FlexCapabilities.Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider));

    /// <inheritdoc/>
    public async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        customer = _rules.Check(customer, options);
        FlexRules.Check(customer);
        FlexCreateRequest request = FlexMapping.ToWire(customer);
        return await _pipeline.CreateAsync(
            CreateRequest,
            options,
            (Api: _api, Request: request, SendAgain: _context.Options.ResendAmbiguousCreates),
            static (state, call, token) => state.Api.CreateAsync(call.IdempotencyKey, new FlexCreateBody(state.Request), token),
            FlexMapping.ToCustomer,
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
            (Api: _api, Id: key.Value),
            static (state, _, token) => state.Api.GetAsync(state.Id, token),
            FlexMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<Customer> UpdateAsync(CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        update = _rules.Check(key, update, options);
        FlexRules.Check(update);
        return await _pipeline.ExecuteAsync(
            UpdateRequest,
            options,
            (Api: _api, Id: key.Value, Update: update),
            static (state, _, token) => UpdateOnceAsync(state.Api, state.Id, state.Update, token),
            FlexMapping.ToCustomer,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        // Flex has no such operation: the check never passes.
        _rules.CheckKey(CustomerOperation.Delete, key);
        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        _rules.Check(request);

        // Always sent, so that it is known what a short page is.
        int pageSize = request.PageSize ?? FlexCapabilities.DefaultPageSize;
        return await _pipeline.ExecuteAsync(
            ListRequest,
            options,
            (Api: _api, Request: request, PageSize: pageSize),
            static (state, _, token) => state.Api.ListAsync(state.Request.Email, state.PageSize, state.Request.PageToken, token),
            (wire, response) => FlexMapping.ToPage(wire, pageSize, response),
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

    private static async Task<FlexEnvelope<FlexCustomer>?> UpdateOnceAsync(IFlexApi api, string id, CustomerUpdate update, CancellationToken cancellationToken)
    {
        FlexMetadata? stored = null;
        if (FlexMapping.NeedsStoredMetadata(update))
        {
            FlexEnvelope<FlexStoredMetadata>? found = await api.GetMetadataAsync(id, cancellationToken).ConfigureAwait(false);
            stored = WireFormatException.Require(found?.Customer, "customer").Metadata;
        }

        FlexUpdateRequest request = FlexMapping.ToWire(update, stored);
        return await api.UpdateAsync(id, new FlexUpdateBody(request), cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<Customer>> FindAsync(IFlexApi api, string? email, CancellationToken cancellationToken)
    {
        if (email is null)
        {
            return [];
        }

        FlexCustomerPage? page = await api.ListAsync(email, FlexCapabilities.MaxPageSize, null, cancellationToken).ConfigureAwait(false);
        CustomerPage found = FlexMapping.ToPage(WireFormatException.Require(page, "body"), FlexCapabilities.MaxPageSize, null);

        // A full page may have a second match behind it, which would make the first one worthless.
        return found.NextPageToken is null ? [.. found.Items.Where(customer => string.Equals(customer.Email, email, StringComparison.OrdinalIgnoreCase))] : [];
    }
}
