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
    [InlineData("")]
    [InlineData("asia")]
    public void A_name_that_nobody_has_is_an_error_that_lists_those_that_exist(string name) => AssertNotFound(
        name, $"No billing client is named '{name}'. Registered: eu, us.");

    [Fact]
    public void A_name_in_another_case_is_an_error_that_shows_the_right_one() => AssertNotFound(
        "EU", "No billing client is named 'EU'. Did you mean 'eu'? Names are compared with case. Registered: eu, us.");

    [Theory]
    [InlineData("flexprize-eu", " Did you mean 'flexprice-eu'?")]
    [InlineData("flexprice_us", " Did you mean 'flexprice-us'?")]
    [InlineData("FlexpriceUs", " Did you mean 'flexprice-us'?")]
    [InlineData("us", "")]
    [InlineData("flexprice-uk", "")]
    public void A_name_that_is_nearly_one_is_told_with_the_one_that_was_meant(string name, string near)
    {
        using ServiceProvider provider = Build("flexprice-eu", "flexprice-us", "eu");

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredKeyedService<ICustomerClient>(name)).Message.ShouldBe(
            $"No billing client is named '{name}'.{near} Registered: flexprice-eu, flexprice-us, eu.");
    }

    [Fact]
    public void A_wrong_name_with_a_line_break_stays_in_one_line()
    {
        using ServiceProvider provider = Build("eu");

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredKeyedService<ICustomerClient>("us\nforged")).Message.ShouldNotContain("\n");
    }

    [Fact]
    public void A_constructor_that_asks_for_a_wrong_name_gets_the_same_words()
    {
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        services.AddSingleton<Shop>();
        using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<Shop>).Message.ShouldBe("No billing client is named 'eu'. Registered: flexprice.");
    }

    [Fact]
    public void The_registered_clients_can_be_enumerated()
    {
        using ServiceProvider provider = Build("eu", "us");

        provider.GetKeyedServices<ICustomerClient>(KeyedService.AnyKey).ShouldBe(
            [provider.GetRequiredKeyedService<ICustomerClient>("eu"), provider.GetRequiredKeyedService<ICustomerClient>("us")]);
        provider.GetKeyedServices<ICustomerClient>("asia").ShouldBeEmpty();
    }

    [Fact]
    public void A_client_that_the_application_registers_itself_is_found_by_its_key()
    {
        using FlexpriceCustomerClient own = new("sk_1");
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        services.AddKeyedSingleton<ICustomerClient>("own", own);
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ICustomerClient>("own").ShouldBeSameAs(own);
        provider.GetRequiredService<ICustomerClientFactory>().Get("own").ShouldBeSameAs(own);
    }

    [Fact]
    public void A_client_that_is_asked_for_by_its_class_is_an_error_that_says_what_to_ask_for()
    {
        using ServiceProvider provider = Build("eu", "us");
        const string Message = "FlexpriceCustomerClient cannot be injected by its class, because a registered client may have middleware around it. Ask for"
            + " [FromKeyedServices(\"eu\")] ICustomerClient; the names are eu and us. client.GetService<FlexpriceCustomerClient>() gives the client inside.";

        Should.Throw<InvalidOperationException>(() => provider.GetService<FlexpriceCustomerClient>()).Message.ShouldBe(Message);
        Should.Throw<InvalidOperationException>(() => provider.GetKeyedService<FlexpriceCustomerClient>("eu")).Message.ShouldBe(Message);
    }

    [Fact]
    public void Whoever_asks_for_the_class_even_among_other_possibilities_gets_the_error()
    {
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        services.AddSingleton<OptionalUser>().AddSingleton<UserWithTwoConstructors>();
        using ServiceProvider provider = services.BuildServiceProvider();

        foreach (Action ask in (Action[])
        [
            () => _ = provider.GetServices<FlexpriceCustomerClient>().ToArray(),
            () => provider.GetRequiredService<OptionalUser>(),
            () => provider.GetRequiredService<UserWithTwoConstructors>(),
        ])
        {
            Should.Throw<InvalidOperationException>(ask).Message.ShouldStartWith("FlexpriceCustomerClient cannot be injected by its class");
        }
    }

    [Fact]
    public void The_only_client_that_is_asked_for_by_its_class_needs_no_name()
    {
        using ServiceProvider provider = Build("eu");

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<FlexpriceCustomerClient>).Message.ShouldBe(
            "FlexpriceCustomerClient cannot be injected by its class, because a registered client may have middleware around it. Ask for"
            + " [FromKeyedServices(\"eu\")] ICustomerClient, or for ICustomerClient alone. client.GetService<FlexpriceCustomerClient>() gives the client inside.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_client_that_the_application_registers_by_its_class_is_found(bool isRegisteredFirst)
    {
        using FlexpriceCustomerClient own = new("sk_1");
        ServiceCollection services = new();
        if (isRegisteredFirst)
        {
            services.AddSingleton(own);
        }

        services.AddFlexprice(static options => options.ApiKey = "sk_1");
        if (!isRegisteredFirst)
        {
            services.AddSingleton(own);
        }

        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<FlexpriceCustomerClient>().ShouldBeSameAs(own);
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

    private static void AssertNotFound(string name, string message)
    {
        using ServiceProvider provider = Build("eu", "us");

        Should.Throw<InvalidOperationException>(() => provider.GetRequiredService<ICustomerClientFactory>().Get(name)).Message.ShouldBe(message);
        Should.Throw<InvalidOperationException>(() => provider.GetRequiredKeyedService<ICustomerClient>(name)).Message.ShouldBe(message);
        Should.Throw<InvalidOperationException>(() => provider.GetKeyedService<ICustomerClient>(name)).Message.ShouldBe(message);
    }

    private sealed record Checkout(ICustomerClient Client);

    private sealed class Shop([FromKeyedServices("eu")] ICustomerClient eu, [FromKeyedServices("us")] ICustomerClient us)
    {
        public ICustomerClient Eu => eu;

        public ICustomerClient Us => us;
    }

    private sealed record OptionalUser(FlexpriceCustomerClient? Client = null);

    private sealed class UserWithTwoConstructors
    {
        public UserWithTwoConstructors(ICustomerClient client) => Client = client;

        public UserWithTwoConstructors(ICustomerClient client, FlexpriceCustomerClient flexprice)
            : this(flexprice ?? client)
        {
        }

        public ICustomerClient Client { get; }
    }
}
