using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Testing.Tests.Registration;

/// <summary><c>UseSimulator</c> redirects every registered client, whichever is called first, and leaves the rest of the configuration alone.</summary>
public sealed class UseSimulatorTests
{
    private static readonly CustomerCreate Ada = new()
    {
        ExternalId = "crm-1815",
        FirstName = "Ada",
        LastName = "Lovelace",
        Email = "ada@example.com",
        Phone = "+14155550100",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_provider_is_redirected_in_either_order(bool simulatorFirst)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        if (simulatorFirst)
        {
            services.UseSimulator(simulator);
        }

        foreach (DiscoveredProvider registered in DiscoveredProvider.All)
        {
            registered.Register(services, options => options.ApiKey = SimulatedKeys.Of(registered.Name, "1"));
        }

        if (!simulatorFirst)
        {
            services.UseSimulator(simulator);
        }

        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        ICustomerClientFactory clients = provider.GetRequiredService<ICustomerClientFactory>();
        foreach (string name in clients.Names)
        {
            Customer created = await clients.Get(name).CreateAsync(Ada, new CallOptions { UnsupportedFields = UnsupportedFields.Ignore }, Token);
            simulator[created.Provider].Customers.ShouldContain(customer => customer.Id == created.Id, name);
        }

        simulator.Providers.ShouldAllBe(provider => provider.Customers.Count == 1);
        simulator.Journal.ShouldHaveNoObjections();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_clients_of_one_provider_do_not_see_each_others_customers(bool simulatorFirst)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        if (simulatorFirst)
        {
            services.UseSimulator(simulator);
        }

        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        services.AddFlexprice("flexprice-eu", static options => options.ApiKeyProvider = static _ => throw new InvalidOperationException("the vault is not asked"));
        if (!simulatorFirst)
        {
            services.UseSimulator(simulator);
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        ICustomerClientFactory clients = provider.GetRequiredService<ICustomerClientFactory>();
        Customer eu = await clients.Get("flexprice-eu").CreateAsync(Ada, cancellationToken: Token);
        Customer? seen = await clients.Get("flexprice").FindAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Token);

        seen.ShouldBeNull();
        simulator.Flexprice.Customers.ShouldBeEmpty();
        simulator.Flexprice.Account("flexprice-eu").Customers.ShouldHaveSingleItem().Id.ShouldBe(eu.Id);
        simulator.Flexprice.Account("flexprice-eu").ShouldHaveReceived("POST", "/customers");
    }

    [Fact]
    public async Task Faults_of_connections_are_for_one_client_only()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        await using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice(static options => options.MaxAttempts = 1).Services
            .AddFlexprice("flexprice-eu", static options => options.MaxAttempts = 1).Services
            .UseSimulator(simulator).BuildServiceProvider();
        simulator.Flexprice.Account("flexprice-eu").Fault(SimulatedFault.ConnectionRefused);
        ICustomerClientFactory clients = provider.GetRequiredService<ICustomerClientFactory>();

        await clients.Get("flexprice").CreateAsync(Ada, cancellationToken: Token);
        await Should.ThrowAsync<BillingConnectionException>(() => clients.Get("flexprice-eu").CreateAsync(Ada, cancellationToken: Token));

        simulator.Faults.Injected.ShouldHaveSingleItem().Account.ShouldBe("flexprice-eu");
    }

    [Fact]
    public async Task A_section_without_a_key_is_enough_and_its_other_settings_stay()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Billing:Flexprice:MaxAttempts", "1")]).Build();
        await using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice(configuration.GetSection("Billing:Flexprice")).Services.UseSimulator(simulator).BuildServiceProvider();
        simulator.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503));

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(
            () => provider.GetRequiredService<ICustomerClient>().GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token));

        failure.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_connection_can_be_scripted_at_any_time()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        await using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice(static options => options.ApiKey = "sk_1").Services.UseSimulator(simulator).BuildServiceProvider();
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        await client.CreateAsync(Ada, cancellationToken: Token);

        simulator.Flexprice.Fault(SimulatedFault.ConnectionRefused);
        Customer? found = await client.FindAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Token);

        found!.Response!.Attempts.ShouldBe(2);
        simulator.Faults.CountOf(FaultKind.ConnectionRefused).ShouldBe(1);
    }
}
