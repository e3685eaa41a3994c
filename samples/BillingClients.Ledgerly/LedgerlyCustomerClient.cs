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

    /// <summary>Makes a client without dependency injection, with default options. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">The key cannot be one of Ledgerly; the message says what to change.</exception>
    public LedgerlyCustomerClient(string apiKey)
        : this(ProviderAccount.WithApiKey(new LedgerlyOptions(), apiKey))
    {
    }

    /// <summary>Makes a client without dependency injection. It owns its connections: dispose it when the application ends.</summary>
    /// <param name="options">The options. A key that is changed in them afterwards is used by the next call.</param>
    /// <param name="loggerFactory">Where to log; null for nowhere.</param>
    /// <param name="timeProvider">The clock; null for the system's.</param>
    /// <exception cref="ArgumentException">The options are not valid; the message says what to change.</exception>
    public LedgerlyCustomerClient(LedgerlyOptions options, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(ProviderAccount.Create(Descriptor, ApiKeyHeader, options, loggerFactory, timeProvider))
    {
    }

    internal LedgerlyCustomerClient(ProviderAccount<LedgerlyOptions> account)
        : base(account, Endpoints) => _api = CreateApi<ILedgerlyApi>(LedgerlyJsonContext.Default);

    /// <summary>Ledgerly and what it can do.</summary>
    public static ProviderDescriptor Descriptor => LedgerlyCapabilities.Descriptor;

    internal static ApiKeyHeader ApiKeyHeader { get; } = new("X-Ledgerly-Key", Prefix: "");

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
    protected override ProviderError ReadError(ErrorResponse response) => LedgerlyErrors.Read(response);

    /// <inheritdoc/>
    // Ledgerly refuses a second customer with the same external id (409). So after a lost answer, the default look-up by external id shows whether the create
    // took effect.
    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => LedgerlyMapping.Differences(sent, stored);
}
