using BillingClients.Testing;

namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>A simulator and a client that talks to it.</summary>
public sealed class RunOnAtlasFixture : IAsyncLifetime
{
    public const string Customers = "/external/customers";
    public const string Upsert = "/external/customers/upsert";
    public const string Expanded = "/external/customers/external-id/*/expanded";

    public ProviderSimulator Simulator { get; private set; } = null!;

    public RunOnAtlasSimulation Provider => Simulator.RunOnAtlas;

    public RunOnAtlasCustomerClient Client { get; private set; } = null!;

    /// <summary>The simulator's clock; set it before the fixture starts. The client uses the system clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    public static CustomerKey AdaKey => CustomerKey.FromExternalId("crm-1815");

    public async ValueTask InitializeAsync()
    {
        Simulator = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions { TimeProvider = Clock });
        Client = CreateClient(_ => { });
    }

    public RunOnAtlasCustomerClient CreateClient(Action<RunOnAtlasOptions> configure)
    {
        RunOnAtlasOptions options = new() { ApiKey = Provider.ApiKey, BaseAddress = Provider.BaseAddress, RetryBaseDelay = TimeSpan.Zero };
        configure(options);
        return new RunOnAtlasCustomerClient(options);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
    }
}
