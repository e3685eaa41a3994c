using BillingClients.Testing.Tests.Flexprice;
using BillingClients.Testing.Tests.Own;

namespace BillingClients.Testing.Tests;

/// <summary>The accounts of a simulated provider.</summary>
public sealed class AccountTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AnyProvider.Names), MemberType = typeof(AnyProvider))]
    public async Task An_account_has_its_own_key_customers_and_ids(string name)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AnyProvider provider = AnyProvider.Called(name);
        SimulatedProvider own = fixture.Simulator[name];
        SimulatedProvider eu = own.Account("eu");
        RawClient ofOwn = provider.ClientOf(fixture);
        RawClient ofEu = fixture.ClientOf(eu, provider.KeyHeader, provider.KeyPrefix + eu.ApiKey);
        RawClient stranger = fixture.ClientOf(eu, provider.KeyHeader, provider.KeyPrefix + own.ApiKey);

        (await provider.CreateAsync(ofOwn)).ShouldBeInRange(200, 201);
        eu.Customers.ShouldBeEmpty();
        (await provider.CreateAsync(ofEu)).ShouldBeInRange(200, 201);
        (await provider.CreateAsync(stranger)).ShouldBe(401);

        eu.Customers.ShouldHaveSingleItem().Id.ShouldNotBe(own.Customers.ShouldHaveSingleItem().Id);
        (own.Requests.Count, eu.Requests.Count, fixture.Simulator.Journal.For(name).Count).ShouldBe((1, 2, 3));
        fixture.Simulator.Journal.Select(static request => request.Account).ShouldBe([name, "eu", "eu"]);
        (eu.Name, eu.AccountName, own.AccountName).ShouldBe((name, "eu", name));
    }

    [Theory]
    [InlineData("flexprice-eu", "/@flexprice-eu/flexprice/v1")]
    [InlineData("Flexprice", "/@Flexprice/flexprice/v1")]
    [InlineData("..", "/@../flexprice/v1")]
    [InlineData("a/b ?é", "/@a%2Fb%20%3F%C3%A9/flexprice/v1")]
    public async Task Any_name_is_an_account_with_an_address_of_its_own(string name, string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        FlexpriceSimulation account = fixture.Simulator.Flexprice.Account(name);

        await fixture.ClientOf(account, "x-api-key").CreateAsync(FlexpriceBodies.Ada);

        account.BaseAddress.AbsolutePath.ShouldBe(path);
        account.Customers.ShouldHaveSingleItem();
        account.ShouldHaveReceived("POST", $"{path}/customers").Account.ShouldBe(name);
        fixture.Simulator.Flexprice.ShouldHaveReceivedNothing();
    }

    [Fact]
    public async Task The_providers_own_name_is_the_simulation_itself_and_each_name_is_one_account()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        FlexpriceSimulation flexprice = fixture.Simulator.Flexprice;

        flexprice.Account("flexprice").ShouldBeSameAs(flexprice);
        flexprice.Account("eu").ShouldBeSameAs(flexprice.Account("eu"));
        flexprice.Account("eu").Account("us").ShouldBeSameAs(flexprice.Account("us"));
        flexprice.Account("us").ApiKey.ShouldNotBe(flexprice.Account("eu").ApiKey);
        fixture.Simulator.Providers.Count(static provider => provider.Name == "flexprice").ShouldBe(1);
    }

    [Fact]
    public async Task Scripts_faults_keys_and_switches_are_for_one_account()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        FlexpriceSimulation own = fixture.Simulator.Flexprice;
        FlexpriceSimulation eu = own.Account("eu");
        eu.Answer(418, "{}");
        eu.Fault(SimulatedFault.ErrorBeforeCommit(503));
        eu.RateLimit = new(requests: 2, per: TimeSpan.FromMinutes(1));

        (await fixture.Flexprice().SearchAsync()).Status.ShouldBe(200);
        (await fixture.ClientOf(eu, "x-api-key").SearchAsync()).Status.ShouldBe(418);
        (await fixture.ClientOf(eu, "x-api-key").SearchAsync()).Status.ShouldBe(503);
        (await fixture.ClientOf(eu, "x-api-key").SearchAsync()).Status.ShouldBe(429);
        eu.RevokeKey(eu.ApiKey);
        (await fixture.Flexprice().SearchAsync()).Status.ShouldBe(200);
        own.PendingScripts.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_injected_for_all_reaches_accounts_that_are_opened_later()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        FlexpriceSimulation before = fixture.Simulator.Flexprice.Account("before");
        fixture.Simulator.Faults.Inject(rate: 1, seed: 1, SimulatedFault.ErrorBeforeCommit(503));
        FlexpriceSimulation after = fixture.Simulator.Flexprice.Account("after");

        (await fixture.ClientOf(before, "x-api-key").SearchAsync()).Status.ShouldBe(503);
        (await fixture.ClientOf(after, "x-api-key").SearchAsync()).Status.ShouldBe(503);
        fixture.Simulator.Faults.Stop();
        (await fixture.ClientOf(after, "x-api-key").SearchAsync()).Status.ShouldBe(200);
        (await fixture.ClientOf(fixture.Simulator.Flexprice.Account("last"), "x-api-key").SearchAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_read_that_lags_shows_nothing_of_the_account()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        FlexpriceSimulation eu = fixture.Simulator.Flexprice.Account("eu");
        RawClient client = fixture.ClientOf(eu, "x-api-key");
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        eu.Fault(SimulatedFault.LaggingRead);

        (await client.GetAsync($"/customers/{id}")).Status.ShouldBe(404);
        (await client.GetAsync($"/customers/{id}")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_simulation_of_another_provider_has_accounts_without_code_for_them()
    {
        await using ProviderSimulator simulator = await StartAsync(static context => new EchoSimulation(context));
        SimulatedProvider eu = simulator["echo"].Account("echo-eu");
        using RawClient client = new(eu.BaseAddress, "X-Key", eu.ApiKey);

        (await client.PostAsync("/items/a", "{}")).Status.ShouldBe(200);

        eu.ShouldHaveReceived("POST", "/items/a");
        simulator["echo"].ShouldHaveReceivedNothing();
        eu.ToString().ShouldBe($"echo (account 'echo-eu') at http://127.0.0.1:{simulator.Port}/@echo-eu/echo");
    }

    [Fact]
    public async Task A_factory_that_makes_only_one_simulation_cannot_have_a_second_account()
    {
        EchoSimulation? only = null;
        await using ProviderSimulator simulator = await StartAsync(context => only ??= new EchoSimulation(context));

        Should.Throw<InvalidOperationException>(() => simulator["echo"].Account("echo-eu")).Message.ShouldBe(
            "The simulation of 'echo' cannot have another account: its function in ProviderSimulatorOptions.Providers must make a new simulation with the context"
            + " that it gets.");
        only!.IsCleared.ShouldBeFalse();
    }

    [Fact]
    public async Task A_simulation_that_is_not_mounted_says_where_to_take_it_from()
    {
        SimulationContext? given = null;
        await using ProviderSimulator simulator = await StartAsync(context => new EchoSimulation(given = context));

        Should.Throw<InvalidOperationException>(() => new EchoSimulation(given!).Account("eu")).Message.ShouldBe(
            "This simulation of 'echo' is not in a simulator. Take it from simulator[\"echo\"].");
    }

    [Fact]
    public Task A_provider_is_not_mounted_where_accounts_are() => Should.ThrowAsync<ArgumentException>(
        StartAsync(static context => new EchoSimulation(context, basePath: "/@eu")));

    private static Task<ProviderSimulator> StartAsync(Func<SimulationContext, SimulatedProvider> create) =>
        ProviderSimulator.StartAsync(new ProviderSimulatorOptions { Providers = [create] }, Token);
}
