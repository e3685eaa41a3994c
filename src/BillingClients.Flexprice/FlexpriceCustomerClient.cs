using BillingClients.Providers;
using BillingClients.Wire;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Flexprice.</summary>
/// <remarks>
/// Safe for concurrent use; keep one for the application's life. A delete archives the customer. Flexprice documents no way to undo that, and the external id
/// can be used again. An empty text clears a field, except where Flexprice refuses one: the e-mail address, the time zone and the country cannot be cleared.
/// An update replaces the whole address, so its new address needs a country.
/// </remarks>
public sealed class FlexpriceCustomerClient : ProviderCustomerClient<FlexpriceOptions>
{
    private static readonly CustomerEndpoints Endpoints = new()
    {
        Create = new("POST", FlexpriceRoutes.Customers),
        Get = new("GET", FlexpriceRoutes.CustomerById),
        GetByExternalId = new("GET", FlexpriceRoutes.CustomerByExternalId),
        Update = new("PUT", FlexpriceRoutes.Customers),
        Delete = new("DELETE", FlexpriceRoutes.CustomerById),
        List = new("POST", FlexpriceRoutes.CustomerSearch),
    };

    private readonly IFlexpriceApi _api;

    /// <summary>Makes a client without dependency injection, with default options. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">The key cannot be one of Flexprice; the message says what to change.</exception>
    public FlexpriceCustomerClient(string apiKey)
        : this(ProviderAccount.WithApiKey(new FlexpriceOptions(), apiKey))
    {
    }

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public FlexpriceCustomerClient(FlexpriceOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(ProviderAccount.Create(Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider))
    {
    }

    internal FlexpriceCustomerClient(ProviderAccount<FlexpriceOptions> account)
        : base(account, Endpoints) => _api = CreateApi<IFlexpriceApi>(FlexpriceJsonContext.Default);

    /// <summary>Flexprice and what it can do.</summary>
    public static ProviderDescriptor Descriptor => FlexpriceCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("x-api-key", Prefix: "");

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerCreate customer) => FlexpriceLimits.Check(check, customer);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerUpdate update) => FlexpriceLimits.Check(check, update);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerKey key) => FlexpriceLimits.Check(check, key);

    /// <inheritdoc/>
    protected override void Check(FieldCheck check, CustomerListRequest request) => FlexpriceLimits.Check(check, request);

    /// <inheritdoc/>
    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.CreateAsync(FlexpriceMapping.ToWire(customer), cancellationToken), FlexpriceMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        FindAsync(call, CustomerOperation.Get, key, cancellationToken);

    /// <inheritdoc/>
    protected override ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken)
    {
        (string? id, string? externalId) = key.Kind == CustomerKeyKind.Id ? (key.Value, null) : ((string?)null, key.Value);
        return call.ReadAsync(_api.UpdateAsync(id, externalId, FlexpriceMapping.ToWire(update), cancellationToken), FlexpriceMapping.ToCustomer);
    }

    /// <inheritdoc/>
    // Flexprice deletes by id only. If the key is an external id, the customer is read first.
    protected override async ValueTask DeleteOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken)
    {
        string id = key.Kind == CustomerKeyKind.Id ? key.Value : await FindIdAsync(call, key, cancellationToken).ConfigureAwait(false);
        await _api.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken) =>
        call.ReadAsync(
            _api.SearchAsync(FlexpriceMapping.ToWire(request), cancellationToken), (page, response) => FlexpriceMapping.ToPage(page, request, response));

    /// <inheritdoc/>
    protected override ProviderError ReadError(ErrorResponse response) => FlexpriceErrors.Read(response);

    /// <inheritdoc/>
    // Flexprice refuses a second customer with the same external id (409). So after a lost answer, the default look-up by external id shows whether the create
    // took effect.
    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => FlexpriceMapping.Differences(sent, stored);

    /// <inheritdoc/>
    // By its source, the server reads from a replica if one is configured.
    protected override bool ReadsMayLag => true;

    private async ValueTask<string> FindIdAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken)
    {
        Customer found = await FindAsync(call, CustomerOperation.Delete, key, cancellationToken).ConfigureAwait(false);
        call.RequireAnswerAbout(key, found.Id, found.ExternalId);
        return WireFormatException.RequireKey(found.Id, "id");
    }

    private ValueTask<Customer> FindAsync(ProviderCall call, BillingOperation operation, CustomerKey key, CancellationToken cancellationToken) =>
        key.Kind == CustomerKeyKind.Id ? call.ReadAsync(_api.GetAsync(key.Value, cancellationToken), FlexpriceMapping.ToCustomer)
        : FlexpriceRoutes.CanHold(key.Value) ? call.ReadAsync(_api.GetByExternalIdAsync(key.Value, cancellationToken), FlexpriceMapping.ToCustomer)
        : SearchAsync(call, operation, key.Value, cancellationToken);

    private ValueTask<Customer> SearchAsync(ProviderCall call, BillingOperation operation, string externalId, CancellationToken cancellationToken) =>
        call.ReadAsync(
            _api.SearchAsync(FlexpriceMapping.ToLookUp(externalId), cancellationToken),
            (page, response) => FlexpriceMapping.ToFound(page, externalId, response) ?? throw NotFound(operation, response));

    private BillingNotFoundException NotFound(BillingOperation operation, ResponseInfo response) => new(
        $"{Provider.DisplayName} found no published customer with this external id.",
        new BillingErrorDetails
        {
            Provider = Provider.Name,
            Operation = operation,
            StatusCode = response.StatusCode,
            RequestId = response.RequestId,
        });
}
