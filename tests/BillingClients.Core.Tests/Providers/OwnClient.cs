using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>A client written against the public API only.</summary>
internal sealed class OwnClient : ProviderCustomerClient<OwnOptions>
{
    private static readonly ProviderDescriptor Own = new("own", "Own", new CustomerCapabilities
    {
        Create = Support.Native,
        Get = new KeySupport(Support.Native, Support.Unsupported),
        Update = new KeySupport(Support.Native, Support.Unsupported),
        Delete = new KeySupport(Support.Native, Support.Unsupported),
    });

    private static readonly CustomerEndpoints Endpoints = new()
    {
        Create = new("POST", "/customers"),
        Get = new("GET", "/customers/{id}"),
        Update = new("POST", "/v2/customers"),
        List = new("POST", "/customers"),
    };

    private readonly ErrorKind _errorsAre;
    private readonly IOwnApi _api;

    internal OwnClient(Uri address, string header = "Authorization", ErrorKind errorsAre = ErrorKind.FromStatus, int maxAttempts = 1)
        : this(
            ProviderAccount.Create(
                Own,
                new ApiKeyHeader(header, "Bearer "),
                new OwnOptions { ApiKey = "key", MaxAttempts = maxAttempts, RetryBaseDelay = TimeSpan.Zero, BaseAddress = address }),
            errorsAre)
    {
    }

    private OwnClient(ProviderAccount<OwnOptions> account, ErrorKind errorsAre)
        : base(account, Endpoints)
    {
        Account = account;
        _errorsAre = errorsAre;
        _api = CreateApi<IOwnApi>(OwnJson.Default);
    }

    internal ProviderAccount<OwnOptions> Account { get; }

    /// <summary>What the next creates send, in the provider's words.</summary>
    internal OwnCustomer Sent { get; init; } = new();

    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.CreateAsync(Sent, cancellationToken), ToCustomer);

    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.GetAsync(key.Value, cancellationToken), ToCustomer);

    protected override ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken) =>
        call.ReadAsync(_api.ReplaceAsync(Sent, cancellationToken), ToCustomer);

    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    protected override ProviderError ReadError(ErrorResponse response) => new() { Kind = _errorsAre, Code = "teapot" };

    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => [];

    private static Customer ToCustomer(OwnCustomer customer, ResponseInfo response) =>
        new() { Provider = Own.Name, Id = WireFormatException.RequireKey(customer.Id, "id"), ProviderData = customer, Response = response };
}
