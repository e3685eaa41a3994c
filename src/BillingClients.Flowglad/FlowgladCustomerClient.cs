using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Flowglad.</summary>
/// <remarks>
/// Safe for concurrent use; keep one for the application's life. A customer is addressed by external id only. A delete archives the customer and cancels its
/// subscriptions. Flowglad cannot undo that: an archived customer cannot be read, and the external id can be used again at once. A list includes archived
/// customers. External ids with a slash or a backslash are refused, because Flowglad's server cannot address them.
/// </remarks>
public sealed class FlowgladCustomerClient : ProviderCustomerClient<FlowgladOptions>
{
    private static readonly CustomerEndpoints Endpoints = new()
    {
        Create = new("POST", FlowgladRoutes.Customers),
        Get = new("GET", FlowgladRoutes.CustomerByExternalId),
        Update = new("PUT", FlowgladRoutes.CustomerByExternalId),
        Delete = new("POST", FlowgladRoutes.CustomerArchive),
        List = new("GET", FlowgladRoutes.Customers),
    };

    private readonly IFlowgladApi _api;

    /// <summary>Makes a client without dependency injection, with default options. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">The key cannot be one of Flowglad; the message says what to change.</exception>
    public FlowgladCustomerClient(string apiKey)
        : this(ProviderAccount.WithApiKey(new FlowgladOptions(), apiKey))
    {
    }

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public FlowgladCustomerClient(FlowgladOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(ProviderAccount.Create(Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider))
    {
    }

    internal FlowgladCustomerClient(ProviderAccount<FlowgladOptions> account)
        : base(account, Endpoints) => _api = CreateApi<IFlowgladApi>(FlowgladJsonContext.Default);

    /// <summary>Flowglad and what it can do.</summary>
    public static ProviderDescriptor Descriptor => FlowgladCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("Authorization", Prefix: "");

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerCreate customer) => FlowgladLimits.Check(check, customer);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerUpdate update) => FlowgladLimits.Check(check, update);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerKey key) => FlowgladLimits.Check(check, key);

    /// <inheritdoc/>
    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.CreateAsync(FlowgladMapping.ToWire(customer), cancellationToken), FlowgladMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.GetAsync(key.Value, cancellationToken), FlowgladMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.UpdateAsync(key.Value, FlowgladMapping.ToWire(update), cancellationToken), FlowgladMapping.ToCustomer);

    /// <inheritdoc/>
    protected override async ValueTask DeleteOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken)
    {
        FlowgladCustomerResponse? answer = await _api.ArchiveAsync(key.Value, FlowgladArchiveRequest.Empty, cancellationToken).ConfigureAwait(false);
        FlowgladCustomer archived = WireFormatException.Require(answer?.Customer, "customer");
        call.RequireAnswerAbout(key, archived.Id, archived.ExternalId);
    }

    /// <inheritdoc/>
    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken) =>
        call.ReadAsync(
            _api.ListAsync(request.PageToken, request.PageSize, cancellationToken),
            (page, response) => FlowgladMapping.ToPage(page, request.PageToken, response));

    /// <inheritdoc/>
    // Flowglad refuses a second customer with the same external id (409), so after a lost answer, a look-up by it shows whether the create took effect. But a
    // customer that is created archived does not reserve its external id and cannot be read: sending the create again could make two.
    protected override CreateRecoveryMode RecoveryModeOf(CustomerCreate customer) => FlowgladMapping.IsArchived(customer)
        ? CreateRecoveryMode.LookUpOnly
        : CreateRecoveryMode.LookUpThenSendAgain;

    /// <inheritdoc/>
    protected override ValueTask<IReadOnlyList<Customer>?> LookUpAsync(
        ProviderCall call, CustomerCreate customer, string? existingId, CancellationToken cancellationToken) =>
        FlowgladMapping.IsArchived(customer) ? new((IReadOnlyList<Customer>?)null) : base.LookUpAsync(call, customer, existingId, cancellationToken);

    /// <inheritdoc/>
    protected override ProviderError ReadError(ErrorResponse response) => FlowgladErrors.Read(response);

    /// <inheritdoc/>
    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => FlowgladMapping.Differences(sent, stored);
}
