using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.Handlers;

/// <summary>A simulator, and a registered client of one provider with a handler of the application.</summary>
internal sealed class HandlerBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private HandlerBench(ProviderSimulator simulator, string provider, ServiceProvider services)
    {
        Simulator = simulator;
        Provider = simulator[provider];
        _services = services;
        Client = services.GetRequiredService<ICustomerClient>();
    }

    public static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    public ProviderSimulator Simulator { get; }

    public SimulatedProvider Provider { get; }

    public ICustomerClient Client { get; }

    /// <summary>The requests that changed something, or would have.</summary>
    public IReadOnlyList<JournalEntry> Writes =>
        [.. Provider.Requests.Where(IsWrite)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<HandlerBench> StartAsync(
        string provider,
        Func<DelegatingHandler>? handler = null,
        Action<ProviderOptions>? set = null,
        Action<IHttpClientBuilder>? http = null,
        TimeProvider? clock = null)
    {
        ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        services.AddSingleton(clock ?? TimeProvider.System);
        DiscoveredProvider.Called(provider).Register(services, options =>
        {
            options.ApiKey = simulator[provider].ApiKey;
            options.BaseAddress = simulator[provider].BaseAddress;
            options.RetryBaseDelay = TimeSpan.Zero;
            set?.Invoke(options);
        }).ConfigureHttpClient(builder =>
        {
            http?.Invoke(builder);
            if (handler is not null)
            {
                builder.AddHttpMessageHandler(handler);
            }
        });
        return new HandlerBench(simulator, provider, services.BuildServiceProvider());
    }

    public Task<Customer> CreateAsync(CallOptions? options = null) => Client.CreateAsync(Ada, options, Token);

    public Task<Customer> UpdateAsync(Customer customer) =>
        Client.UpdateAsync(KeyOf(customer), new CustomerUpdate { Email = "ada.king@example.com" }, cancellationToken: Token);

    public Task<Customer> GetAsync(Customer customer, CallOptions? options = null) => Client.GetAsync(KeyOf(customer), options, Token);

    public Task DeleteAsync(Customer customer) => Client.DeleteAsync(KeyOf(customer), cancellationToken: Token);

    /// <summary>The first answer to a write is lost: it took effect.</summary>
    public void LoseAWrite() => Provider.Fault(SimulatedFault.ResetAfterCommit, IsWrite);

    public static bool IsWrite(JournalEntry request) => request.Method != "GET" && !request.Path.EndsWith("/search", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }

    private CustomerKey KeyOf(Customer customer) =>
        Client.Provider.Capabilities.Get.ById == Support.Unsupported ? CustomerKey.FromExternalId(customer.ExternalId!) : CustomerKey.FromId(customer.Id);
}
