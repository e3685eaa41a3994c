using BillingClients.Ledgerly.Tests.Simulation;
using BillingClients.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Ledgerly.Tests;

/// <summary>What the conformance suite does not know of: registration, the form of the key, error bodies, and a create whose answer is lost.</summary>
public sealed class OwnTests : IAsyncLifetime
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace" };

    private ProviderSimulator _simulator = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private SimulatedProvider Ledgerly => _simulator["ledgerly"];

    public async ValueTask InitializeAsync() => _simulator = await ProviderSimulator.StartAsync(LedgerlySimulation.SimulatorOptions, Cancellation);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task It_is_registered_in_code()
    {
        await using ServiceProvider services = new ServiceCollection().AddLedgerly(Configure).Services.BuildServiceProvider();

        Customer created = await services.GetRequiredService<ICustomerClient>().CreateAsync(Ada, cancellationToken: Cancellation);

        created.Provider.ShouldBe("ledgerly");
        created.As<LedgerlyCustomer>()!.Ref.ShouldBe("crm-1815");
    }

    [Fact]
    public async Task It_is_registered_by_a_section()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Billing:Ledgerly:ApiKey"] = Ledgerly.ApiKey,
            ["Billing:Ledgerly:BaseAddress"] = Ledgerly.BaseAddress.OriginalString,
        }).Build();
        await using ServiceProvider services =
            new ServiceCollection().AddLedgerly(configuration.GetSection("Billing:Ledgerly"), "eu").Services.BuildServiceProvider();

        Customer created = await services.GetRequiredKeyedService<ICustomerClient>("eu").CreateAsync(Ada, cancellationToken: Cancellation);

        created.Id.ShouldStartWith("cu_");
    }

    [Fact]
    public async Task It_is_sent_to_its_simulation_like_the_others()
    {
        await using ServiceProvider services = new ServiceCollection().AddLedgerly(static _ => { }).Services.UseSimulator(_simulator).BuildServiceProvider();

        Customer created = await services.GetRequiredService<ICustomerClient>().CreateAsync(Ada, cancellationToken: Cancellation);

        Ledgerly.Customers.ShouldHaveSingleItem().Id.ShouldBe(created.Id);
        _simulator.Journal.ShouldHaveNoObjections();
    }

    [Fact]
    public async Task Each_of_its_clients_has_an_account_of_its_own()
    {
        await using ServiceProvider services = new ServiceCollection()
            .AddLedgerly(static _ => { }).Services.AddLedgerly(static _ => { }, "ledgerly-eu").Services.UseSimulator(_simulator).BuildServiceProvider();

        await services.GetRequiredKeyedService<ICustomerClient>("ledgerly-eu").CreateAsync(Ada, cancellationToken: Cancellation);

        Ledgerly.Customers.ShouldBeEmpty();
        Ledgerly.Account("ledgerly-eu").Customers.ShouldHaveSingleItem();
        Ledgerly.Account("ledgerly-eu").ShouldHaveReceived("POST", "/customers");
    }

    [Fact]
    public async Task Without_its_simulation_its_calls_say_what_to_add()
    {
        await using ProviderSimulator without = await ProviderSimulator.StartAsync(cancellationToken: Cancellation);
        await using ServiceProvider services = new ServiceCollection().AddLedgerly(static _ => { }).Services.UseSimulator(without).BuildServiceProvider();

        InvalidOperationException failure = await Should.ThrowAsync<InvalidOperationException>(
            () => services.GetRequiredService<ICustomerClient>().CreateAsync(Ada, cancellationToken: Cancellation));

        failure.Message.ShouldStartWith("The client 'ledgerly' was not called: UseSimulator is on, and its provider 'ledgerly' is not simulated.");
        without.Journal.ShouldBeEmpty();
    }

    [Fact]
    public void A_key_of_another_form_is_refused() => Should
        .Throw<ArgumentException>(() => new LedgerlyCustomerClient(new LedgerlyOptions { ApiKey = "sk_live_1" }))
        .Message.ShouldContain("begin with led_");

    [Fact]
    public async Task A_conflict_names_the_customer_that_is_there()
    {
        using LedgerlyCustomerClient client = CreateClient();
        Customer first = await client.CreateAsync(Ada, cancellationToken: Cancellation);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() =>
            client.CreateAsync(Ada with { Email = "ada@example.com" }, cancellationToken: Cancellation));

        conflict.ExistingId.ShouldBe(first.Id);
        conflict.ProviderCode.ShouldBe("ref_taken");
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_happens_once()
    {
        using LedgerlyCustomerClient client = CreateClient();
        Ledgerly.Fault(SimulatedFault.ResetAfterCommit);

        Customer created = await client.CreateAsync(Ada, cancellationToken: Cancellation);

        created.ExternalId.ShouldBe("crm-1815");
        Ledgerly.Customers.ShouldHaveSingleItem();
        Ledgerly.Requests.Count.ShouldBe(2);
    }

    private LedgerlyCustomerClient CreateClient()
    {
        LedgerlyOptions options = new();
        Configure(options);
        return new LedgerlyCustomerClient(options);
    }

    private void Configure(LedgerlyOptions options)
    {
        options.ApiKey = Ledgerly.ApiKey;
        options.BaseAddress = Ledgerly.BaseAddress;
        options.RetryBaseDelay = TimeSpan.Zero;
    }
}
