using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

/// <summary>The rate limit of a simulated provider, by the simulator's clock.</summary>
public sealed class RateLimitTests
{
    private static readonly SimulatedRateLimit TwoPerMinute = new(requests: 2, per: TimeSpan.FromMinutes(1));

    public static TheoryData<string> Names => AnyProvider.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_above_the_limit_is_refused_in_the_providers_words_and_changes_nothing(string name)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AnyProvider provider = AnyProvider.Called(name);
        RawClient client = provider.ClientOf(fixture);
        fixture.Simulator[name].RateLimit = TwoPerMinute;
        await provider.ListAsync(client);
        await provider.ListAsync(client);

        RawAnswer refused = await client.PostAsync(provider.Path, provider.Customer);

        (refused.Status, refused.Headers.TryGetValue("Retry-After", out string? wait) ? wait : null).ShouldBe(name == "flowglad" ? (401, null) : (429, "60"));
        refused.Headers.Keys.ShouldNotContain(static header => header.StartsWith("X-RateLimit", StringComparison.OrdinalIgnoreCase));
        fixture.Simulator[name].Customers.ShouldBeEmpty();
        fixture.Simulator.Journal[^1].Committed.ShouldBeFalse();
        fixture.Simulator.Journal.ShouldHaveNoObjections();
    }

    [Fact]
    public async Task The_wait_that_is_asked_for_is_enough_and_not_too_long()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        fixture.Simulator.Flexprice.RateLimit = TwoPerMinute;
        await client.SearchAsync();
        fixture.Clock.Advance(TimeSpan.FromSeconds(50.5));
        await client.SearchAsync();

        (await client.SearchAsync()).Headers["Retry-After"].ShouldBe("10");
        fixture.Clock.Advance(TimeSpan.FromSeconds(9));
        (await client.SearchAsync()).Headers["Retry-After"].ShouldBe("1");
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        (await client.SearchAsync()).Status.ShouldBe(200);
        (await client.SearchAsync()).Status.ShouldBe(200);
        (await client.SearchAsync()).Status.ShouldBe(429);
    }

    [Fact]
    public async Task A_client_waits_as_long_as_it_is_asked_to()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.RateLimit = new(requests: 1, per: TimeSpan.FromSeconds(20));
        using FlexpriceCustomerClient client = new(new FlexpriceOptions
        {
            ApiKey = fixture.Simulator.Flexprice.ApiKey,
            BaseAddress = fixture.Simulator.Flexprice.BaseAddress,
            MaxAttempts = 1,
        });
        await client.ListPageAsync(new CustomerListRequest(), cancellationToken: TestContext.Current.CancellationToken);

        BillingRateLimitException refused = await Should.ThrowAsync<BillingRateLimitException>(
            () => client.ListPageAsync(new CustomerListRequest(), cancellationToken: TestContext.Current.CancellationToken));

        refused.RetryAfter.ShouldBe(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_refused_request_leaves_scripts_for_the_next_one_that_is_let_through()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        fixture.Simulator.Flexprice.RateLimit = new(requests: 1, per: TimeSpan.FromMinutes(1));
        await client.SearchAsync();
        fixture.Simulator.Flexprice.Answer(418, "{}");

        (await client.SearchAsync()).Status.ShouldBe(429);
        fixture.Simulator.Flexprice.RateLimit = null;
        (await client.SearchAsync()).Status.ShouldBe(418);
    }

    [Fact]
    public async Task Of_requests_at_the_same_time_as_many_are_let_through_as_the_limit_says()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        fixture.Simulator.Flexprice.RateLimit = new(requests: 7, per: TimeSpan.FromMinutes(1));

        RawAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => client.SearchAsync()));

        answers.Count(static answer => answer.Status == 200).ShouldBe(7);
        answers.Count(static answer => answer.Status == 429).ShouldBe(33);
    }

    [Fact]
    public async Task Atlas_tells_of_the_limit_in_the_headers_that_it_documents()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        AtlasSimulation atlas = fixture.Simulator.Atlas;
        atlas.Dialect = AtlasDialect.Documentation;
        atlas.RateLimit = TwoPerMinute;
        string end = fixture.Clock.GetUtcNow().AddMinutes(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        AnyProvider provider = AnyProvider.Called("atlas");
        RawClient client = provider.ClientOf(fixture);

        string[] told = new string[3];
        for (int number = 0; number < told.Length; number++)
        {
            RawAnswer answer = await provider.ListAsync(client);
            told[number] = $"{answer.Status} {answer.Headers["X-RateLimit-Limit"]} {answer.Headers["X-RateLimit-Remaining"]} {answer.Headers["X-RateLimit-Reset"]}";
        }

        told.ShouldBe([$"200 2 1 {end}", $"200 2 0 {end}", $"429 2 0 {end}"]);
    }

    [Fact]
    public void A_limit_that_lets_nothing_through_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new SimulatedRateLimit(0, TimeSpan.FromSeconds(1)));
        Should.Throw<ArgumentOutOfRangeException>(() => new SimulatedRateLimit(1, TimeSpan.Zero));
        (TwoPerMinute.Requests, TwoPerMinute.Per, TwoPerMinute.ToString()).ShouldBe((2, TimeSpan.FromMinutes(1), "2 per 00:01:00"));
    }
}
