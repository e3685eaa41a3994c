using BillingClients.Ledgerly.Tests.Simulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Ledgerly.Tests;

/// <summary>What the conformance suite does not know of: registration, the form of the key, error bodies, and a create whose answer is lost.</summary>
public sealed class OwnTests : IAsyncLifetime
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace" };

    private LedgerlySimulator _ledgerly = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _ledgerly = await LedgerlySimulator.StartAsync(Cancellation);

    public ValueTask DisposeAsync() => _ledgerly.DisposeAsync();

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
            ["Billing:Ledgerly:ApiKey"] = LedgerlySimulator.ApiKey,
            ["Billing:Ledgerly:BaseAddress"] = _ledgerly.BaseAddress.OriginalString,
        }).Build();
        await using ServiceProvider services =
            new ServiceCollection().AddLedgerly(configuration.GetSection("Billing:Ledgerly"), "eu").Services.BuildServiceProvider();

        Customer created = await services.GetRequiredKeyedService<ICustomerClient>("eu").CreateAsync(Ada, cancellationToken: Cancellation);

        created.Id.ShouldStartWith("cu_");
    }

    [Fact]
    public void A_key_of_another_form_is_refused() =>
        Should.Throw<ArgumentException>(() => LedgerlyCustomerClient.Create(new LedgerlyOptions { ApiKey = "sk_live_1" })).Message.ShouldContain("begin with led_");

    [Fact]
    public async Task A_conflict_names_the_customer_that_is_there()
    {
        using LedgerlyCustomerClient client = CreateClient();
        Customer first = await client.CreateAsync(Ada, cancellationToken: Cancellation);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(Ada with { Email = "ada@example.com" }, cancellationToken: Cancellation));

        conflict.ExistingId.ShouldBe(first.Id);
        conflict.ProviderCode.ShouldBe("ref_taken");
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_happens_once()
    {
        using LedgerlyCustomerClient client = CreateClient();
        _ledgerly.LoseNextAnswer();

        Customer created = await client.CreateAsync(Ada, cancellationToken: Cancellation);

        created.ExternalId.ShouldBe("crm-1815");
        _ledgerly.CustomerCount.ShouldBe(1);
        _ledgerly.RequestCount.ShouldBe(2);
    }

    private LedgerlyCustomerClient CreateClient()
    {
        LedgerlyOptions options = new();
        Configure(options);
        return LedgerlyCustomerClient.Create(options);
    }

    private void Configure(LedgerlyOptions options)
    {
        options.ApiKey = LedgerlySimulator.ApiKey;
        options.BaseAddress = _ledgerly.BaseAddress;
        options.RetryBaseDelay = TimeSpan.Zero;
    }
}
