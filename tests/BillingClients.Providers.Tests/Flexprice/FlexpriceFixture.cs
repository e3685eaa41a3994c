using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>A simulator and a client that talks to it.</summary>
public sealed class FlexpriceFixture : IAsyncLifetime
{
    public ProviderSimulator Simulator { get; private set; } = null!;

    public SimulatedProvider Provider => Simulator.Flexprice;

    public FlexpriceCustomerClient Client { get; private set; } = null!;

    public static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    public async ValueTask InitializeAsync()
    {
        Simulator = await ProviderSimulator.StartAsync();
        Client = CreateClient(_ => { });
    }

    public FlexpriceCustomerClient CreateClient(Action<FlexpriceOptions> configure)
    {
        FlexpriceOptions options = new() { ApiKey = Provider.ApiKey, BaseAddress = Provider.BaseAddress, RetryBaseDelay = TimeSpan.Zero };
        configure(options);
        return new FlexpriceCustomerClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
    }
}
