using BillingClients.Providers;
using Microsoft.Extensions.Logging;

namespace BillingClients;

/// <summary>Customers at Ledgerly, an invented provider.</summary>
/// <remarks>Safe for concurrent use; keep one for the application's life. A delete is final.</remarks>
public sealed class LedgerlyCustomerClient : ProviderCustomerClient<LedgerlyOptions>
{
    private static readonly CustomerEndpoints Endpoints = new()
    {
        Create = new("POST", LedgerlyRoutes.Customers),
        Get = new("GET", LedgerlyRoutes.CustomerById),
        GetByExternalId = new("GET", LedgerlyRoutes.CustomerByRef),
        Update = new("PATCH", LedgerlyRoutes.CustomerById),
        Delete = new("DELETE", LedgerlyRoutes.CustomerById),
        List = new("GET", LedgerlyRoutes.Customers),
    };

    private readonly ILedgerlyApi _api;

    internal LedgerlyCustomerClient(ProviderAccount<LedgerlyOptions> account)
        : base(account, Endpoints) => _api = ProviderApi.Create<ILedgerlyApi>(account.HttpClient, LedgerlyJsonContext.Default, LedgerlyErrors.Read);

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("X-Ledgerly-Key", Prefix: "");

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public static LedgerlyCustomerClient Create(LedgerlyOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null) =>
        new(ProviderAccount.Create(LedgerlyCapabilities.Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider));

    /// <inheritdoc/>
    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.CreateAsync(LedgerlyMapping.ToWire(customer), cancellationToken), LedgerlyMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) => call.ReadAsync(
        key.Kind == CustomerKeyKind.Id ? _api.GetAsync(key.Value, cancellationToken) : _api.GetByRefAsync(key.Value, cancellationToken),
        LedgerlyMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.UpdateAsync(key.Value, LedgerlyMapping.ToWire(update), cancellationToken), LedgerlyMapping.ToCustomer);

    /// <inheritdoc/>
    protected override ValueTask DeleteOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        new(_api.DeleteAsync(key.Value, cancellationToken));

    /// <inheritdoc/>
    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.ListAsync(request.Email, request.PageSize, request.PageToken, cancellationToken), LedgerlyMapping.ToPage);

    /// <inheritdoc/>
    // Ledgerly refuses a second customer with the same external id (409). So after a lost answer, the default look-up by external id shows whether the create
    // took effect.
    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => LedgerlyMapping.Differences(sent, stored);
}
