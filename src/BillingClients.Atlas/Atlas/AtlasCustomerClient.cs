using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Atlas (api.atlas.co).</summary>
/// <remarks>
/// <para>Safe for concurrent use; keep one for the application's life. A delete is final.</para>
/// <para>Atlas has no external id. It is stored as the metadata entry <c>external_id</c> and returned, but customers cannot be looked up by it. Atlas replaces
/// the metadata as a whole. So an update that sets only one of <see cref="CustomerUpdate.ExternalId"/> and <see cref="CustomerUpdate.Metadata"/> first reads
/// the customer, to keep the other. That is one more request, and a change that somebody else makes to the metadata between the two is lost. If you set both,
/// nothing is read.</para>
/// <para>A test key and a live key of one account may see the same customers, because Atlas's answers do not tell them apart.</para>
/// </remarks>
public sealed class AtlasCustomerClient : ProviderCustomerClient<AtlasOptions>
{
    private static readonly CustomerEndpoints Endpoints = new()
    {
        Create = new("POST", AtlasRoutes.Customers),
        Get = new("GET", AtlasRoutes.CustomerById),
        Update = new("PATCH", AtlasRoutes.CustomerById),
        Delete = new("DELETE", AtlasRoutes.CustomerById),
        List = new("GET", AtlasRoutes.Customers),
    };

    private readonly IAtlasApi _api;

    /// <summary>Makes a client without dependency injection, with default options. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">The key cannot be one of Atlas; the message says what to change.</exception>
    public AtlasCustomerClient(string apiKey)
        : this(ProviderAccount.WithApiKey(new AtlasOptions(), apiKey))
    {
    }

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public AtlasCustomerClient(AtlasOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(ProviderAccount.Create(Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider))
    {
    }

    internal AtlasCustomerClient(ProviderAccount<AtlasOptions> account)
        : base(account, Endpoints) => _api = CreateApi<IAtlasApi>(AtlasJsonContext.Default);

    /// <summary>Atlas and what it can do.</summary>
    public static ProviderDescriptor Descriptor => AtlasCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("Authorization", Prefix: "Bearer ");

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerCreate customer) => AtlasLimits.Check(check, customer);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerUpdate update) => AtlasLimits.Check(check, update);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerListRequest request) => OffsetToken.Check(check, request.PageToken);

    /// <inheritdoc/>
    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.CreateAsync(AtlasMapping.ToWire(customer), call.IdempotencyKey, cancellationToken), AtlasMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.GetAsync(key.Value, cancellationToken), AtlasMapping.ToCustomer);

    /// <inheritdoc/>
    protected override async ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken)
    {
        AtlasStoredMetadata? stored = ExternalIdInMetadata.NeedsStored(update)
            ? WireFormatException.Require(await _api.GetMetadataAsync(key.Value, cancellationToken).ConfigureAwait(false), "body")
            : null;
        call.RequireAnswerAbout(key, stored is null ? null : WireFormatException.RequireKey(stored.Id, "id"), externalId: null);
        AtlasUpdateRequest request = AtlasMapping.ToWire(update, stored);
        return await call.ReadAsync(_api.UpdateAsync(key.Value, request, cancellationToken), AtlasMapping.ToCustomer).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async ValueTask DeleteOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken)
    {
        AtlasDeletion? deletion = await _api.DeleteAsync(key.Value, cancellationToken).ConfigureAwait(false);
        if (deletion is { Deleted: not true })
        {
            throw new WireFormatException("deleted");
        }

        call.RequireAnswerAbout(key, deletion?.Id, externalId: null);
    }

    /// <inheritdoc/>
    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken)
    {
        long offset = OffsetToken.Parse(request.PageToken);
        int pageSize = request.PageSize ?? AtlasCapabilities.DefaultPageSize;
        return call.ReadAsync(
            _api.ListAsync(request.PageSize, offset, request.Email, cancellationToken),
            (page, response) => AtlasMapping.ToPage(page, offset, pageSize, response));
    }

    /// <inheritdoc/>
    // Atlas refuses a second customer with the same e-mail address and names the first. So after a lost answer, sending again shows whether it took effect.
    protected override CreateRecoveryMode RecoveryModeOf(CustomerCreate customer) => CreateRecoveryMode.SendAgain;

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<Customer>?> LookUpAsync(
        ProviderCall call, CustomerCreate customer, string? existingId, CancellationToken cancellationToken)
    {
        if (existingId is not null)
        {
            CustomerKey existing = CustomerKey.FromId(WireFormatException.RequireKey(existingId, "existing_customer_id"));
            return [await GetOnceAsync(call, existing, cancellationToken).ConfigureAwait(false)];
        }

        // The customers are needed, and not whether there are more pages: a page that does not say that settles it too.
        return await call.ReadAsync(
            _api.ListAsync(limit: null, offset: 0, customer.Email, cancellationToken),
            static (page, _) => AtlasMapping.ToCustomers(page)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override ProviderError ReadError(ErrorResponse response) => AtlasErrors.Read(response);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => AtlasMapping.Differences(sent, stored);
}
