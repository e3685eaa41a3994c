using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Providers.Tests.All;

/// <summary>A simulator, and a registered client of one provider that talks to it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Bench(ProviderSimulator simulator, ServiceProvider services, ICustomerClient client)
    {
        Simulator = simulator;
        _services = services;
        Client = client;
    }

    public ProviderSimulator Simulator { get; }

    public ICustomerClient Client { get; }

    public SimulatedProvider Provider => Simulator[Client.Provider.Name];

    public static async Task<Bench> StartAsync(
        string provider,
        Action<ProviderOptions>? set = null,
        Action<ICustomerClientBuilder>? build = null,
        ILoggerProvider? logs = null,
        TimeProvider? clock = null,
        TimeProvider? providersClock = null)
    {
        ProviderSimulator simulator = await ProviderSimulator.StartAsync(
            new ProviderSimulatorOptions { TimeProvider = providersClock ?? TimeProvider.System }, TestContext.Current.CancellationToken);
        ServiceCollection services = new();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace));
        if (logs is not null)
        {
            services.AddSingleton(logs);
        }

        ICustomerClientBuilder builder = DiscoveredProvider.Called(provider).Register(services, options =>
        {
            options.ApiKey = simulator[provider].ApiKey;
            options.BaseAddress = simulator[provider].BaseAddress;
            options.RetryBaseDelay = TimeSpan.Zero;
            set?.Invoke(options);
        });
        build?.Invoke(builder);
        ServiceProvider built = services.BuildServiceProvider();
        return new Bench(simulator, built, built.GetRequiredKeyedService<ICustomerClient>(provider));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
