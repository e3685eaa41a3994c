using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>A client written against the public API only.</summary>
internal sealed class OwnClient : IDisposable
{
    private static readonly ProviderDescriptor Own = new("own", "Own", new CustomerCapabilities { Get = new KeySupport(Support.Native, Support.Unsupported) });
    private static readonly ProviderRequest CreateRequest = new(CustomerOperation.Create, "POST", "/customers");
    private static readonly ProviderRequest GetRequest = new(CustomerOperation.Get, "GET", "/customers/{id}");

    private readonly ProviderPipeline _pipeline;
    private readonly IOwnApi _api;

    internal OwnClient(Uri address, string header = "Authorization", ErrorKind errorsAre = ErrorKind.FromStatus)
    {
        OwnOptions options = new() { ApiKey = "key", MaxAttempts = 1, BaseAddress = address };
        Context = StandaloneContext.Create(Own, new ApiKeyHeader(header, "Bearer "), options, loggerFactory: null, timeProvider: null);
        _pipeline = ProviderPipeline.Create(Own, Context);
        _api = ProviderApi.Create<IOwnApi>(Context.HttpClient, OwnJson.Default, _ => new ProviderError { Kind = errorsAre, Code = "teapot" });
    }

    internal ProviderContext<OwnOptions> Context { get; }

    public void Dispose() => Context.Dispose();

    internal async Task<Customer> CreateAsync(OwnCustomer customer) => await _pipeline.ExecuteAsync(
        CreateRequest,
        options: null,
        (Api: _api, Customer: customer),
        static (state, _, token) => state.Api.CreateAsync(state.Customer, token),
        ToCustomer,
        TestContext.Current.CancellationToken);

    internal async Task<Customer> GetAsync(string id, CallOptions? options = null) => await _pipeline.ExecuteAsync(
        GetRequest,
        options,
        (Api: _api, Id: id),
        static (state, _, token) => state.Api.GetAsync(state.Id, token),
        ToCustomer,
        TestContext.Current.CancellationToken);

    private static Customer ToCustomer(OwnCustomer customer, ResponseInfo response) =>
        new() { Provider = Own.Name, Id = WireFormatException.RequireKey(customer.Id, "id"), ProviderData = customer, Response = response };
}
