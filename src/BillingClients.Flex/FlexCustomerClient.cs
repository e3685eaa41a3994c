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
/// At Flex, a create with the e-mail address of an existing customer changes that customer. So this client first looks for the address, and throws a
/// <see cref="BillingConflictException"/> if it is taken (<see cref="FlexOptions.LookBeforeCreate"/>). Two processes that create the same address at the same
/// time end with one customer, and both may be told that they created it.
/// </para>
/// <para>
/// A create carries an <c>Idempotency-Key</c>, as in Flex's own plugin. An update does not: sending it twice has the same effect as sending it once, and Flex
/// does not document how long it keeps a key or what it answers to one that it has seen.
/// </para>
/// <para>A delete is soft: the customer can no longer be listed or read, and Flex's older records still refer to it.</para>
/// </remarks>
public sealed class FlexCustomerClient : ProviderCustomerClient<FlexOptions>
{
    private static readonly CustomerEndpoints Endpoints = new()
    {
        Create = new("POST", FlexRoutes.Customers),
        Get = new("GET", FlexRoutes.CustomerById),
        Update = new("PATCH", FlexRoutes.CustomerById),
        Delete = new("DELETE", FlexRoutes.CustomerById),
        List = new("GET", FlexRoutes.Customers),
    };

    private readonly IFlexApi _api;

    /// <summary>Makes a client without dependency injection, with default options. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">The key cannot be one of Flex; the message says what to change.</exception>
    public FlexCustomerClient(string apiKey)
        : this(ProviderAccount.WithApiKey(new FlexOptions(), apiKey))
    {
    }

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public FlexCustomerClient(FlexOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(ProviderAccount.Create(Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider))
    {
    }

    internal FlexCustomerClient(ProviderAccount<FlexOptions> account)
        : base(account, Endpoints) => _api = CreateApi<IFlexApi>(FlexJsonContext.Default);

    /// <summary>Flex and what it can do.</summary>
    public static ProviderDescriptor Descriptor => FlexCapabilities.Descriptor;

    /// <inheritdoc/>
    public override ProviderDescriptor Provider => Options.LookBeforeCreate ? base.Provider : FlexCapabilities.WithoutLook;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("Authorization", Prefix: "Bearer ");

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
        call.RequireAnswerAbout(key, stored is null ? null : WireFormatException.RequireKey(stored.CustomerId, "customer.customer_id"), externalId: null);
        FlexUpdateBody body = new(FlexMapping.ToWire(update, stored?.Metadata));
        return await call.ReadAsync(_api.UpdateAsync(key.Value, body, cancellationToken), FlexMapping.ToCustomer).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async ValueTask DeleteOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        await _api.DeleteAsync(key.Value, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken)
    {
        // Always sent, so that the default is the one that this client declares.
        int pageSize = request.PageSize ?? FlexCapabilities.DefaultPageSize;
        return call.ReadAsync(
            _api.ListAsync(request.Email, pageSize, request.PageToken, cancellationToken),
            (page, response) => FlexMapping.ToPage(page, request.PageToken, response));
    }

    /// <inheritdoc/>
    protected override string? KeyThatCreateOverwrites(CustomerCreate customer) => customer.Email;

    /// <inheritdoc/>
    protected override async ValueTask<Customer?> FindHolderAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        await FindByEmailAsync(call, customer.Email!, cancellationToken).ConfigureAwait(false) is [var holder, ..] ? holder : null;

    /// <inheritdoc/>
    // With an e-mail address, a second create changes the customer that the first one made. Without one, nothing is unique.
    protected override CreateRecoveryMode RecoveryModeOf(CustomerCreate customer) =>
        customer.Email is not null || Options.ResendAmbiguousCreates ? CreateRecoveryMode.SendAgain : CreateRecoveryMode.LookUpOnly;

    /// <inheritdoc/>
    // Without an e-mail address, only the fields that were sent identify the customer. The newest customers come first.
    protected override async ValueTask<IReadOnlyList<Customer>?> LookUpAsync(
        ProviderCall call, CustomerCreate customer, string? existingId, CancellationToken cancellationToken)
    {
        if (customer.Email is { } email)
        {
            return await FindByEmailAsync(call, email, cancellationToken).ConfigureAwait(false);
        }

        List<Customer> newest = [];
        CustomerListRequest request = new() { PageSize = FlexCapabilities.MaxPageSize };
        bool hasAll = false;
        while (!hasAll && newest.Count < FlexCapabilities.MaxPageSize)
        {
            CustomerPage page = await ListOnceAsync(call, request, cancellationToken).ConfigureAwait(false);
            newest.AddRange(page.Items);
            request = request with { PageToken = page.NextPageToken };

            // If the last customer of the page is older than the call, so is every match on the next page. Otherwise the next page may have another match, and
            // it would be unknown which one this call created. A page shorter than Flex's default size is taken for the last one.
            hasAll = IsTakenForLast(page) || call.IsOlder(newest[^1].CreatedAt);
        }

        return hasAll ? [.. newest.Where(stored => stored.Email is null && Differences(customer, stored).Count == 0)] : [];
    }

    /// <inheritdoc/>
    protected override ProviderError ReadError(ErrorResponse response) => FlexErrors.Read(response);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => FlexMapping.Differences(sent, stored);

    private async ValueTask<Customer[]> FindByEmailAsync(ProviderCall call, string email, CancellationToken cancellationToken)
    {
        CustomerCreate wanted = new() { Email = email };
        CustomerListRequest request = new() { Email = email, PageSize = FlexCapabilities.MaxPageSize };
        for (int pages = 0; pages < FlexCapabilities.MostPagesOfALook; pages++)
        {
            CustomerPage page = await ListOnceAsync(call, request, cancellationToken).ConfigureAwait(false);

            // How Flex compares e-mail addresses is not documented: its filter may let others pass.
            Customer[] found = [.. page.Items.Where(stored => Differences(wanted, stored).Count == 0)];
            if (found.Length > 0 || IsTakenForLast(page))
            {
                return found;
            }

            request = request with { PageToken = page.NextPageToken };
        }

        return [];
    }

    private static bool IsTakenForLast(CustomerPage page) => page.Items.Count < FlexCapabilities.DefaultPageSize;
}
