using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Testing.Tests.Registration;

/// <summary>With <c>keepKeys</c>, the application's own keys are sent, so that a test can rotate them.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private static readonly CustomerListRequest Anything = new() { PageSize = 1 };

    private ProviderSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_key_that_is_rotated_in_configuration_is_used_by_the_next_call()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Billing:Eu:ApiKey", "sk_old")]).Build();
        await using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice("flexprice-eu", configuration.GetSection("Billing:Eu")).Services
            .UseSimulator(_simulator, keepKeys: true)
            .BuildServiceProvider();
        ICustomerClient client = provider.GetRequiredKeyedService<ICustomerClient>("flexprice-eu");
        FlexpriceSimulation account = _simulator.Flexprice.Account("flexprice-eu");
        account.AcceptKey("sk_old");
        await client.ListPageAsync(Anything, cancellationToken: Token);

        account.AcceptKey("sk_new");
        account.RevokeKey("sk_old");
        await Should.ThrowAsync<BillingAuthenticationException>(() => client.ListPageAsync(Anything, cancellationToken: Token));
        configuration["Billing:Eu:ApiKey"] = "sk_new";
        configuration.Reload();
        await client.ListPageAsync(Anything, cancellationToken: Token);

        account.Requests.Select(static request => (request.Header("x-api-key"), request.Status))
            .ShouldBe([("sk_old", 200), ("sk_old", 401), ("sk_new", 200)]);
    }

    [Theory]
    [InlineData(true, "sk_own")]
    [InlineData(false, null)]
    public async Task The_last_call_of_UseSimulator_counts(bool keepsInTheLast, string? key)
    {
        await using ProviderSimulator other = await ProviderSimulator.StartAsync(cancellationToken: Token);
        other.Flexprice.AcceptKey("sk_own");
        await using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice(static options => options.ApiKey = "sk_own").Services
            .UseSimulator(_simulator, keepKeys: !keepsInTheLast)
            .UseSimulator(other, keepKeys: keepsInTheLast)
            .BuildServiceProvider();

        await provider.GetRequiredService<ICustomerClient>().ListPageAsync(Anything, cancellationToken: Token);

        other.Flexprice.Requests.ShouldHaveSingleItem().Header("x-api-key").ShouldBe(key ?? other.Flexprice.ApiKey);
        _simulator.Journal.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_is_rotated_in_a_secret_store_is_used_by_the_next_call()
    {
        string stored = "sk_old";
        await using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice(options => options.ApiKeyProvider = _ => ValueTask.FromResult(stored)).Services
            .UseSimulator(_simulator, keepKeys: true)
            .BuildServiceProvider();
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        _simulator.Flexprice.AcceptKey("sk_new");
        await Should.ThrowAsync<BillingAuthenticationException>(() => client.ListPageAsync(Anything, cancellationToken: Token));

        stored = "sk_new";
        await client.ListPageAsync(Anything, cancellationToken: Token);

        _simulator.Flexprice.Requests.Select(static request => request.Header("x-api-key")).ShouldBe(["sk_old", "sk_new"]);
    }

    [Fact]
    public async Task Without_it_the_accounts_own_key_is_sent()
    {
        await using ServiceProvider provider = new ServiceCollection()
            .AddFlexprice("flexprice-eu", static options => options.ApiKey = "sk_live_of_the_application").Services
            .UseSimulator(_simulator)
            .BuildServiceProvider();

        await provider.GetRequiredService<ICustomerClient>().ListPageAsync(Anything, cancellationToken: Token);

        FlexpriceSimulation account = _simulator.Flexprice.Account("flexprice-eu");
        account.Requests.ShouldHaveSingleItem().Header("x-api-key").ShouldBe(account.ApiKey);
        account.ApiKey.ShouldNotBe(_simulator.Flexprice.ApiKey);
    }
}
