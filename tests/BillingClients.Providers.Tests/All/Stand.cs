using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.All;

/// <summary>A simulator, and a registered client of one provider that talks to it.</summary>
internal sealed class Stand : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Stand(ProviderSimulator simulator, ServiceProvider services, ICustomerClient client)
    {
        Simulator = simulator;
        _services = services;
        Client = client;
    }

    public ProviderSimulator Simulator { get; }

    public ICustomerClient Client { get; }

    public static async Task<Stand> StartAsync(string provider)
    {
        ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        ServiceCollection services = new();
        ProviderCase.Called(provider).Register(services, options =>
        {
            options.ApiKey = simulator[provider].ApiKey;
            options.BaseAddress = simulator[provider].BaseAddress;
        });
        ServiceProvider built = services.BuildServiceProvider();
        return new Stand(simulator, built, built.GetRequiredKeyedService<ICustomerClient>(provider));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
