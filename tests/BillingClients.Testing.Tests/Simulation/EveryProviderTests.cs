namespace BillingClients.Testing.Tests;

/// <summary>What every simulated provider does alike.</summary>
public sealed class EveryProviderTests
{
    public static TheoryData<string> Names => AnyProvider.Names;

    public static TheoryData<string> EveryProvider => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    /// <summary>A client's tests talk to the simulation that has its provider's name.</summary>
    [Theory]
    [MemberData(nameof(EveryProvider))]
    public async Task Every_provider_is_simulated_and_tested_here(string name)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string type = DiscoveredProvider.Called(name).TypePrefix;

        Assert.True(
            fixture.Simulator.Providers.Any(provider => provider.Name == name),
            $"Write src/BillingClients.Testing/Simulation/{type}/{type}Simulation.cs, and add it to the constructor of {nameof(ProviderSimulator)}.");
        Assert.True(
            AnyProvider.Names.Any(row => row.Data == name),
            $"Add to {nameof(AnyProvider)}: new(\"{name}\", <header of the key>, <what stands before the key>, <path of a create>, <body of a create>).");
    }

    [Theory]
    [InlineData("atlas", 201, 400)]
    [InlineData("runonatlas", 200, 409)]
    [InlineData("flexprice", 201, 409)]
    [InlineData("flowglad", 200, 409)]
    public async Task Of_creates_at_the_same_time_with_one_unique_key_one_is_stored_and_the_others_are_refused(string name, int created, int refused)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AnyProvider provider = AnyProvider.Called(name);
        RawClient client = provider.ClientOf(fixture);

        int[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => provider.CreateAsync(client)));

        answers.Order().ShouldBe([created, .. Enumerable.Repeat(refused, 39)]);
        fixture.Simulator[name].Customers.ShouldHaveSingleItem();
        fixture.Simulator.Journal.Count(static entry => entry.Committed).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cleared_customers_are_gone_and_their_unique_keys_are_free(string name)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AnyProvider provider = AnyProvider.Called(name);
        await provider.CreateAsync(provider.ClientOf(fixture));

        fixture.Simulator[name].ClearCustomers();

        fixture.Simulator[name].Customers.ShouldBeEmpty();
        (await provider.CreateAsync(provider.ClientOf(fixture))).ShouldBeInRange(200, 201);
        fixture.Simulator[name].Customers.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Keys_are_accepted_and_revoked(string name)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AnyProvider provider = AnyProvider.Called(name);
        string second = fixture.Simulator[name].ApiKey + "2";
        fixture.Simulator[name].AcceptKey(second);
        fixture.Simulator[name].RevokeKey(fixture.Simulator[name].ApiKey);

        (await provider.CreateAsync(provider.ClientOf(fixture))).ShouldBe(401);
        (await provider.CreateAsync(provider.ClientOf(fixture, second))).ShouldBeInRange(200, 201);
    }
}
