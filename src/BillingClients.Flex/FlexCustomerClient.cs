using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Flex.</summary>
/// <remarks>
/// <para>
/// Safe for concurrent use; keep one for the application's life. Flex has first and last name: a <see cref="CustomerCreate.Name"/> alone is split at its last
/// space; if both parts are given too, it is not sent. Clearing sends null; Flex's documents do not say what that does.
/// </para>
/// <para>
/// The external id is stored as the metadata entry <c>external_id</c>, and Flex cannot look up customers by it. An update that sets only the external id or
/// only the metadata first reads the customer, to send the other along and not to lose it. That is one more request, and a change that somebody else makes to
/// the metadata between the two is lost. Metadata that contains <c>external_id</c> itself is sent unchanged.
/// </para>
/// <para>
/// A create carries an <c>Idempotency-Key</c>, as in Flex's own plugin. An update does not: sending it twice has the same effect as sending it once, and Flex
/// does not document how long it keeps a key or what it answers to one that it has seen.
/// </para>
/// </remarks>
public sealed class FlexCustomerClient : ProviderCustomerClient<FlexOptions>
{
    private static readonly CustomerEndpoints Endpoints = new()
    {
        Create = new("POST", FlexRoutes.Customers),
        Get = new("GET", FlexRoutes.CustomerById),
        Update = new("PATCH", FlexRoutes.CustomerById),
        List = new("GET", FlexRoutes.Customers),
    };

    private readonly IFlexApi _api;

    internal FlexCustomerClient(ProviderAccount<FlexOptions> account)
        : base(account, Endpoints) => _api = ProviderApi.Create<IFlexApi>(account.HttpClient, FlexJsonContext.Default, FlexErrors.Read);

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("Authorization", Prefix: "Bearer ");

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static FlexCustomerClient Create(FlexOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) =>
        new(ProviderAccount.Create(FlexCapabilities.Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider));

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerCreate customer) => FlexLimits.Check(check, customer);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerUpdate update) => FlexLimits.Check(check, update);

    /// <inheritdoc/>
    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        call.ReadAsync(
            _api.CreateAsync(call.IdempotencyKey, new FlexCreateBody(FlexMapping.ToWire(customer)), cancellationToken), FlexMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.GetAsync(key.Value, cancellationToken), FlexMapping.ToCustomer);

    /// <inheritdoc/>
    protected override async ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken)
    {
        FlexStoredMetadata? stored = ExternalIdInMetadata.NeedsStored(update)
            ? WireFormatException.Require((await _api.GetMetadataAsync(key.Value, cancellationToken).ConfigureAwait(false))?.Customer, "customer")
            : null;
        FlexUpdateBody body = new(FlexMapping.ToWire(update, stored?.Metadata));
        return await call.ReadAsync(_api.UpdateAsync(key.Value, body, cancellationToken), FlexMapping.ToCustomer).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken)
    {
        // Always sent, because a page with fewer customers than this is the last one.
        int pageSize = request.PageSize ?? FlexCapabilities.DefaultPageSize;
        return call.ReadAsync(
            _api.ListAsync(request.Email, pageSize, request.PageToken, cancellationToken), (page, response) => FlexMapping.ToPage(page, pageSize, response));
    }

    /// <inheritdoc/>
    // Flex documents no unique field. After a lost answer, only a look-up by e-mail address may show whether the create took effect.
    protected override CreateRecoveryMode RecoveryModeOf(CustomerCreate customer) =>
        Options.ResendAmbiguousCreates ? CreateRecoveryMode.SendAgain : CreateRecoveryMode.LookUpOnly;

    /// <inheritdoc/>
    protected override async ValueTask<IReadOnlyList<Customer>> LookUpAsync(
        ProviderCall call, CustomerCreate customer, string? existingId, CancellationToken cancellationToken)
    {
        if (customer.Email is not { } email)
        {
            return [];
        }

        CustomerListRequest request = new() { Email = email, PageSize = FlexCapabilities.MaxPageSize };
        CustomerPage found = await ListOnceAsync(call, request, cancellationToken).ConfigureAwait(false);

        // If there is another page, it may have another match, and then nobody knows which customer is the one.
        return found.NextPageToken is null ? [.. found.Items.Where(stored => string.Equals(stored.Email, email, StringComparison.OrdinalIgnoreCase))] : [];
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => FlexMapping.Differences(sent, stored);
}
