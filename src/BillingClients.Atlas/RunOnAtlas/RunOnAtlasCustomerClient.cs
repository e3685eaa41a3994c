using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at RunOnAtlas (runonatlas.com), which calls itself Atlas and has nothing to do with api.atlas.co.</summary>
/// <remarks>
/// <para>
/// Safe for concurrent use; keep one for the application's life. A create also subscribes the customer to the account's default plan, if it is eligible. A
/// create and a get by external id also return subscriptions, trial eligibility and the other properties of <see cref="RunOnAtlasCustomer"/>; a get by id, an
/// update and a list return the plain customer.
/// </para>
/// <para>
/// An update is an upsert by external id, which would create a missing customer. So the customer is read first, by either key; if it is missing, the update
/// throws a <see cref="BillingNotFoundException"/>. One case remains: a customer that is removed between the read and the upsert is created again, without
/// subscriptions. Clearing sends null; whether null clears is not documented. An address is replaced as a whole, so its unset parts are sent as null too.
/// </para>
/// <para>
/// The documents call the external id unique, but do not promise that a second create with the same one is refused. When the answer of a create was lost, the
/// customer is looked up by external id before the create is sent again. If RunOnAtlas is still working on the first one at that moment, both may be stored.
/// </para>
/// </remarks>
public sealed class RunOnAtlasCustomerClient : ProviderCustomerClient<RunOnAtlasOptions>
{
    private static readonly CustomerEndpoints Endpoints = new()
    {
        Create = new("POST", RunOnAtlasRoutes.Customers),
        Get = new("GET", RunOnAtlasRoutes.CustomerById),
        GetByExternalId = new("GET", RunOnAtlasRoutes.CustomerByExternalId),
        Update = new("POST", RunOnAtlasRoutes.CustomerUpsert),
        List = new("GET", RunOnAtlasRoutes.Customers),
    };

    private readonly IRunOnAtlasApi _api;

    /// <summary>Makes a client without dependency injection, with default options. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">The key cannot be one of RunOnAtlas; the message says what to change.</exception>
    public RunOnAtlasCustomerClient(string apiKey)
        : this(ProviderAccount.WithApiKey(new RunOnAtlasOptions(), apiKey))
    {
    }

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public RunOnAtlasCustomerClient(RunOnAtlasOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(ProviderAccount.Create(Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider))
    {
    }

    internal RunOnAtlasCustomerClient(ProviderAccount<RunOnAtlasOptions> account)
        : base(account, Endpoints) => _api = CreateApi<IRunOnAtlasApi>(RunOnAtlasJsonContext.Default);

    /// <summary>RunOnAtlas and what it can do.</summary>
    public static ProviderDescriptor Descriptor => RunOnAtlasCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("x-api-key", Prefix: "");

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerCreate customer) => RunOnAtlasLimits.Check(check, customer);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerUpdate update) => RunOnAtlasLimits.Check(check, update);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerListRequest request) => RunOnAtlasLimits.Check(check, request);

    /// <inheritdoc/>
    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.CreateAsync(RunOnAtlasMapping.ToWire(customer), cancellationToken), RunOnAtlasMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        call.ReadAsync(ReadAsync(key, cancellationToken), RunOnAtlasMapping.ToCustomer);

    /// <inheritdoc/>
    protected override async ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken)
    {
        RunOnAtlasCustomer? stored = await ReadAsync(key, cancellationToken).ConfigureAwait(false);
        call.RequireAnswerAbout(key, stored?.Id, stored?.ExternalId);
        string externalId = WireFormatException.Require(stored?.ExternalId, "externalId");
        RunOnAtlasUpsertRequest request = RunOnAtlasMapping.ToWire(externalId, update);
        return await call.ReadAsync(_api.UpsertAsync(request, cancellationToken), RunOnAtlasMapping.ToCustomer).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken) =>
        call.ReadAsync(
            ListAsync(RunOnAtlasMapping.ToWire(request), cancellationToken), (page, response) => RunOnAtlasMapping.ToPage(page, request, response));

    /// <inheritdoc/>
    protected override ProviderError ReadError(ErrorResponse response) => RunOnAtlasErrors.Read(response);

    /// <inheritdoc/>
    // The external id is documented as unique. So after a lost answer, the default look-up by it shows whether the create took effect, within the limits that
    // the remarks of the class describe.
    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => RunOnAtlasMapping.Differences(sent, stored);

    private Task<RunOnAtlasCustomer?> ReadAsync(CustomerKey key, CancellationToken cancellationToken) =>
        key.Kind == CustomerKeyKind.Id ? _api.GetAsync(key.Value, cancellationToken) : _api.GetByExternalIdAsync(key.Value, cancellationToken);

    private Task<RunOnAtlasCustomersPage?> ListAsync(RunOnAtlasListQuery query, CancellationToken cancellationToken) =>
        _api.ListAsync(
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
}
