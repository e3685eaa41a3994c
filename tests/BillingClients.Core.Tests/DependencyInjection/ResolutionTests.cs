using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.DependencyInjection;

/// <summary>The ways to a client: by key, by name at run time, and without either when there is one.</summary>
public sealed class ResolutionTests
{
    private static ServiceProvider Build(params string[] names)
    {
        ServiceCollection services = new();
        foreach (string name in names)
        {
            services.AddFlexprice(name, static options => options.ApiKey = "sk_1");
        }

        services.AddSingleton<Shop>();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = false, ValidateScopes = true });
    }

    [Fact]
    public void One_client_is_found_without_a_key_by_key_and_by_name()
    {
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);

        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();

        client.ShouldBeOfType<FlexpriceCustomerClient>();
        provider.GetRequiredKeyedService<ICustomerClient>("flexprice").ShouldBeSameAs(client);
        provider.GetRequiredService<ICustomerClientFactory>().Get("flexprice").ShouldBeSameAs(client);
    }

    [Fact]
    public void Named_clients_are_apart_and_each_is_one()
    {
        using ServiceProvider provider = Build("eu", "us");

        ICustomerClient eu = provider.GetRequiredKeyedService<ICustomerClient>("eu");

        provider.GetRequiredKeyedService<ICustomerClient>("eu").ShouldBeSameAs(eu);
        provider.GetRequiredKeyedService<ICustomerClient>("us").ShouldNotBeSameAs(eu);
    }

    [Fact]
    public void The_factory_lists_the_names_in_their_order()
    {
        using ServiceProvider provider = Build("us", "eu", "asia");

        provider.GetRequiredService<ICustomerClientFactory>().Names.ShouldBe(["us", "eu", "asia"]);
    }

    [Fact]
    public void Two_clients_and_a_request_without_a_key_is_an_error_that_lists_both_and_shows_how_to_choose()
    {
        using ServiceProvider provider = Build("eu", "us");

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<ICustomerClient>).Message.ShouldBe(
            "2 billing clients are registered: eu, us. Say which: [FromKeyedServices(\"eu\")] ICustomerClient client, or ICustomerClientFactory.Get(\"eu\").");
    }

    [Theory]
    [InlineData("EU", "No billing client is named 'EU'. Did you mean 'eu'? Names are compared with case. Registered: eu, us.")]
    [InlineData("", "No billing client is named ''. Registered: eu, us. Ask for one of these, or register a client with that name.")]
    [InlineData("asia", "No billing client is named 'asia'. Registered: eu, us. Ask for one of these, or register a client with that name.")]
    public void A_name_that_nobody_has_is_an_error_that_lists_those_that_exist(string name, string message)
    {
        using ServiceProvider provider = Build("eu", "us");

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<ICustomerClientFactory>().Get(name)).Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("flexprize-eu", "Did you mean 'flexprice-eu'? Registered: flexprice-eu, flexprice-us, eu.")]
    [InlineData("flexprice_us", "Did you mean 'flexprice-us'? Registered: flexprice-eu, flexprice-us, eu.")]
    [InlineData("FlexpriceUs", "Did you mean 'flexprice-us'? Registered: flexprice-eu, flexprice-us, eu.")]
    [InlineData("us", "Registered: flexprice-eu, flexprice-us, eu. Ask for one of these, or register a client with that name.")]
    public void A_name_that_is_nearly_one_is_told_with_the_one_that_was_meant(string name, string end)
    {
        using ServiceProvider provider = Build("flexprice-eu", "flexprice-us", "eu");

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<ICustomerClientFactory>().Get(name)).Message.ShouldBe(
            $"No billing client is named '{name}'. {end}");
    }

    [Fact]
    public void A_constructor_takes_keyed_clients()
    {
        using ServiceProvider provider = Build("eu", "us");

        Shop shop = provider.GetRequiredService<Shop>();

        shop.Eu.ShouldBeSameAs(provider.GetRequiredKeyedService<ICustomerClient>("eu"));
        shop.Us.ShouldBeSameAs(provider.GetRequiredKeyedService<ICustomerClient>("us"));
    }

    [Fact]
    public void A_name_that_is_taken_is_refused_with_the_call_to_write()
    {
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1");

        Should.Throw<ArgumentException>(() => services.AddFlexprice(static options => options.ApiKey = "sk_2")).Message.ShouldBe(
            "A billing client named 'flexprice' is registered already. Give this one another name: AddFlexprice(\"another-name\", …).");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_name_of_nothing_is_refused(string name) =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddFlexprice(name, static options => options.ApiKey = "sk_1"));

    [Fact]
    public async Task Scopes_and_validation_on_build_find_nothing_to_object_to()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(app.Reach).Services.AddScoped<Checkout>());
        await using AsyncServiceScope scope = provider.CreateAsyncScope();

        ICustomerClient scoped = scope.ServiceProvider.GetRequiredService<Checkout>().Client;

        scoped.ShouldBeSameAs(provider.GetRequiredService<ICustomerClient>());
        (await scoped.CreateAsync(SimulatedApp.Ada, cancellationToken: TestContext.Current.CancellationToken)).Name.ShouldBe("Ada Lovelace");
    }

    private sealed record Checkout(ICustomerClient Client);

    private sealed class Shop([FromKeyedServices("eu")] ICustomerClient eu, [FromKeyedServices("us")] ICustomerClient us)
    {
        public ICustomerClient Eu => eu;

        public ICustomerClient Us => us;
    }
}
