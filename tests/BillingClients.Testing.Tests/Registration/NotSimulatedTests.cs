using BillingClients.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingClients.Testing.Tests.Registration;

/// <summary>A registered client of a provider that is not simulated.</summary>
public sealed class NotSimulatedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_registered_and_starts_and_its_calls_say_what_to_add(bool simulatorFirst)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        if (simulatorFirst)
        {
            services.UseSimulator(simulator);
        }

        UnknownProvider.Add(services, "stripe-eu");
        if (!simulatorFirst)
        {
            services.UseSimulator(simulator);
        }

        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        provider.GetRequiredService<IStartupValidator>().Validate();
        ICustomerClient client = provider.GetRequiredKeyedService<ICustomerClient>("stripe-eu");

        foreach (Func<Task> call in CallsOf(client))
        {
            (await Should.ThrowAsync<InvalidOperationException>(call)).Message.ShouldBe(
                "The client 'stripe-eu' was not called: UseSimulator is on, and its provider 'stripe' is not simulated. Add a simulation when the simulator starts:"
                + " ProviderSimulator.StartAsync(new ProviderSimulatorOptions { Providers = [context => …] }), with a class that derives from SimulatedProvider and"
                + " is called 'stripe'. Or use a fake: services.UseFake(\"stripe-eu\").");
        }

        simulator.Journal.ShouldBeEmpty();
        client.Provider.Name.ShouldBe("stripe");
        client.GetService<INamedClient>()!.Name.ShouldBe("stripe-eu");
    }

    [Fact]
    public async Task The_other_clients_go_to_the_simulator()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        UnknownProvider.Add(services);
        await using ServiceProvider provider = services.AddFlexprice(static _ => { }).Services.UseSimulator(simulator).BuildServiceProvider();

        await provider.GetRequiredKeyedService<ICustomerClient>("flexprice").ListPageAsync(new CustomerListRequest(), cancellationToken: Token);

        simulator.Flexprice.ShouldHaveReceived("POST", "/customers/search");
    }

    private static Func<Task>[] CallsOf(ICustomerClient client) =>
    [
        () => client.CreateAsync(new CustomerCreate { Name = "Ada" }, cancellationToken: Token),
        () => client.GetAsync(CustomerKey.FromId("1"), cancellationToken: Token),
        () => client.UpdateAsync(CustomerKey.FromId("1"), new CustomerUpdate { Name = "Ada" }, cancellationToken: Token),
        () => client.DeleteAsync(CustomerKey.FromId("1"), cancellationToken: Token),
        () => client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token),
    ];
}
