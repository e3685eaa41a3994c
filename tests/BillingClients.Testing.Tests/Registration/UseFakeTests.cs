using BillingClients.Providers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BillingClients.Testing.Tests.Registration;

/// <summary><c>UseFake</c> puts fakes in the place of registered clients, whichever is called first.</summary>
public sealed class UseFakeTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_client_is_a_fake_of_its_own_with_its_providers_capabilities_and_its_name(bool fakeFirst)
    {
        ServiceCollection services = new();
        if (fakeFirst)
        {
            services.UseFake();
        }

        services.AddFlexprice(static _ => { });
        services.AddFlexprice("flexprice-eu", static _ => { });
        services.AddFlowglad(static _ => { });
        if (!fakeFirst)
        {
            services.UseFake();
        }

        await using ServiceProvider provider = services.BuildServiceProvider(validateScopes: true);
        provider.GetRequiredService<IStartupValidator>().Validate();
        ICustomerClientFactory clients = provider.GetRequiredService<ICustomerClientFactory>();
        await clients.Get("flexprice-eu").CreateAsync(Ada, cancellationToken: Token);

        provider.GetFake("flexprice-eu").Customers.ShouldHaveSingleItem();
        provider.GetFake("flexprice").Customers.ShouldBeEmpty();
        foreach (string name in clients.Names)
        {
            ICustomerClient client = clients.Get(name);
            client.GetService<FakeCustomerClient>().ShouldBeSameAs(provider.GetFake(name));
            client.GetService<INamedClient>()!.Name.ShouldBe(name);
        }

        provider.GetFake("flowglad").Provider.ShouldBeSameAs(FlowgladCustomerClient.Descriptor);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_client_is_a_fake_and_the_others_go_to_the_simulator(bool fakeFirst)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        if (fakeFirst)
        {
            services.UseFake("flexprice-eu").UseSimulator(simulator);
        }

        services.AddFlexprice(static _ => { });
        services.AddFlexprice("flexprice-eu", static _ => { });
        if (!fakeFirst)
        {
            services.UseSimulator(simulator).UseFake("flexprice-eu");
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        ICustomerClientFactory clients = provider.GetRequiredService<ICustomerClientFactory>();
        await clients.Get("flexprice").CreateAsync(Ada, cancellationToken: Token);
        await clients.Get("flexprice-eu").CreateAsync(Ada, cancellationToken: Token);

        provider.GetFake().Customers.ShouldHaveSingleItem();
        simulator.Flexprice.Customers.ShouldHaveSingleItem();
        simulator.Flexprice.Account("flexprice-eu").ShouldHaveReceivedNothing();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_tests_own_fake_is_used_whatever_else_is_said_of_all(bool ownFirst)
    {
        using FakeCustomerClient own = new(FlexpriceCustomerClient.Descriptor);
        ServiceCollection services = new();
        services.AddFlexprice("flexprice-eu", static _ => { });
        services.AddFlowglad(static _ => { });
        _ = ownFirst ? services.UseFake("flexprice-eu", own).UseFake() : services.UseFake().UseFake("flexprice-eu", own);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ICustomerClient>("flexprice-eu").CreateAsync(Ada, cancellationToken: Token);

        provider.GetFake("flexprice-eu").ShouldBeSameAs(own);
        own.Name.ShouldBe("flexprice-eu");
        own.Customers.ShouldHaveSingleItem();
        provider.GetFake("flowglad").Customers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fake_for_a_provider_that_nobody_simulates_is_used_with_the_simulator()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        UnknownProvider.Add(services);
        await using ServiceProvider provider = services.UseFake("stripe").UseSimulator(simulator).BuildServiceProvider();

        await provider.GetRequiredService<ICustomerClient>().CreateAsync(Ada, cancellationToken: Token);

        provider.GetFake().Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Middleware_runs_around_the_fake()
    {
        List<string> seen = [];
        ServiceCollection services = new();
        services.AddFlexprice(static _ => { }).Use(inner =>
        {
            seen.Add(inner.GetType().Name);
            return inner;
        });
        await using ServiceProvider provider = services.UseFake().BuildServiceProvider();

        await provider.GetRequiredService<ICustomerClient>().CreateAsync(Ada, cancellationToken: Token);

        seen.ShouldBe([nameof(FakeCustomerClient)]);
    }

    [Fact]
    public async Task The_clients_setting_for_unsupported_fields_stays()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Flexprice:UnsupportedFields", "Ignore")]).Build();
        await using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice(configuration.GetSection("Flexprice")).Services.UseFake().BuildServiceProvider();

        await provider.GetRequiredService<ICustomerClient>().CreateAsync(Ada with { Description = "First programmer" }, cancellationToken: Token);

        provider.GetFake().Customers.ShouldHaveSingleItem().Description.ShouldBeNull();
    }

    [Fact]
    public async Task A_fake_is_disposed_with_the_container_and_can_still_be_looked_at()
    {
        FakeCustomerClient fake;
        await using (ServiceProvider provider = new ServiceCollection().AddFlexprice(static _ => { }).Services.UseFake().BuildServiceProvider())
        {
            await provider.GetRequiredService<ICustomerClient>().CreateAsync(Ada, cancellationToken: Token);
            fake = provider.GetFake();
        }

        fake.Customers.ShouldHaveSingleItem();
        await Should.ThrowAsync<ObjectDisposedException>(() => fake.CreateAsync(Ada, cancellationToken: Token));
    }

    [Fact]
    public async Task A_fake_that_is_not_there_is_named_with_those_that_are()
    {
        ServiceCollection services = new();
        services.AddFlexprice(static _ => { });
        services.AddFlexprice("flexprice-eu", static _ => { });
        await using ServiceProvider all = services.UseFake().BuildServiceProvider();
        await using ServiceProvider none = new ServiceCollection().AddFlexprice(static _ => { }).Services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(() => all.GetFake("flexprice-us")).Message.ShouldBe(
            "No client named 'flexprice-us' is a fake. Fakes: flexprice, flexprice-eu. Registered: flexprice, flexprice-eu. Say which: GetFake(\"flexprice\").");
        Should.Throw<InvalidOperationException>(() => all.GetFake()).Message.ShouldBe(
            "2 clients are fakes. Fakes: flexprice, flexprice-eu. Registered: flexprice, flexprice-eu. Say which: GetFake(\"flexprice\").");
        Should.Throw<InvalidOperationException>(() => none.GetFake("flexprice")).Message.ShouldBe(
            "No client named 'flexprice' is a fake. Fakes: none. Registered: flexprice. Call services.UseFake().");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_fake_for_a_name_that_is_not_registered_fails_the_first_client(bool fakeFirst)
    {
        ServiceCollection services = new();
        if (fakeFirst)
        {
            services.UseFake("flexprize-eu");
        }

        services.AddFlexprice("flexprice-eu", static options => options.ApiKey = "sk_real");
        if (!fakeFirst)
        {
            services.UseFake("flexprize-eu");
        }

        await using ServiceProvider provider = services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<ICustomerClient>).Message.ShouldBe(
            "services.UseFake(\"flexprize-eu\") is about a client that is not registered. No billing client is named 'flexprize-eu'. Did you mean 'flexprice-eu'?"
            + " Registered: flexprice-eu.");
    }

    [Fact]
    public async Task Everything_that_a_fake_throws_and_logs_names_its_client()
    {
        using LogLines logs = new();
        ServiceCollection services = new();
        services.AddFlexprice("flexprice-eu", static options => options.UnsupportedFields = UnsupportedFields.Ignore);
        services.AddLogging(logging => logging.AddProvider(logs)).UseFake();
        await using ServiceProvider provider = services.BuildServiceProvider();
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        FakeCustomerClient fake = provider.GetFake();

        await client.CreateAsync(Ada with { Description = "left out" }, cancellationToken: Token);
        (await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(Ada, cancellationToken: Token))).Client.ShouldBe("flexprice-eu");
        (await Should.ThrowAsync<BillingValidationException>(() => client.CreateAsync(Ada with { Email = "ada" }, cancellationToken: Token))).Client.ShouldBe("flexprice-eu");
        fake.OnCall = static (call, _) => throw call.Ambiguous();
        (await Should.ThrowAsync<AmbiguousOutcomeException>(() => client.CreateAsync(Ada, cancellationToken: Token))).Message.ShouldStartWith("flexprice-eu: Flexprice: ");

        fake.Calls[0].Client.ShouldBe("flexprice-eu");
        logs.All.ShouldHaveSingleItem().ShouldStartWith("Warning: flexprice-eu: ");
    }
}
