using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>A client that can only delete, and counts how often it reads an error.</summary>
internal sealed class CountingReader : ProviderCustomerClient<OwnOptions>
{
    private readonly IOwnApi _api;

    private CountingReader(ProviderAccount<OwnOptions> account)
        : base(account, OwnEndpoints.All) => _api = CreateApi<IOwnApi>(OwnJson.Default);

    /// <summary>How many error bodies were read.</summary>
    internal int ErrorsRead { get; private set; }

    internal static CountingReader Of(Uri address) => new(ProviderAccount.Create(
        new ProviderDescriptor("own", "Own", new CustomerCapabilities { Delete = new KeySupport(Support.Native, Support.Unsupported) }),
        new ApiKeyHeader("Authorization", "Bearer "),
        new OwnOptions { ApiKey = "key", MaxAttempts = 1, BaseAddress = address }));

    protected override async ValueTask DeleteOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) =>
        await _api.DeleteAsync(key.Value, cancellationToken);

    protected override ValueTask<Customer> CreateOnceAsync(ProviderCall call, CustomerCreate customer, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override ValueTask<Customer> GetOnceAsync(ProviderCall call, CustomerKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override ValueTask<Customer> UpdateOnceAsync(ProviderCall call, CustomerKey key, CustomerUpdate update, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    protected override ValueTask<CustomerPage> ListOnceAsync(ProviderCall call, CustomerListRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    protected override IReadOnlyList<string> Differences(CustomerCreate sent, Customer stored) => [];

    protected override ProviderError ReadError(ErrorResponse response)
    {
        ErrorsRead++;
        return new ProviderError { Code = ErrorResponse.Text(ErrorResponse.Member(response.Json, "code")) };
    }
}
