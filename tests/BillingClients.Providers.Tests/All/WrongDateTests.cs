using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>
/// A <c>Date</c> that is wrong by days or years never makes a create end with a false word. If the age of a customer cannot be told, the outcome is unknown.
/// </summary>
public sealed class WrongDateTests
{
    private static readonly SimulatedAnswer Broken = SimulatedAnswer.Html(502, "<html>");
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> WrongClocks { get; } =
        new MatrixTheoryData<string, int>([.. DiscoveredProvider.All.Select(static provider => provider.Name)], [-4000, 4000]);

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task After_a_lost_create_an_old_customer_is_not_told_as_created_if_the_Date_is_older_still(string provider)
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow() - Day);
        await using Bench bench = await StartAsync(provider, isAhead: -2 * Day, clock);
        Customer old = await CreateByAnotherClientAsync(bench, provider);
        clock.Advance(Day);
        bench.Provider.Answer(Broken, BehindTheScenes.IsCreate);

        AmbiguousOutcomeException open = await IsOpenAsync(bench, AdaAt(provider));

        open.Found!.Id.ShouldBe(old.Id);
        open.Message.ShouldContain("it may have existed before the call");
        bench.Provider.Customers.ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_customer_that_a_lost_create_made_is_not_told_as_a_conflict_if_the_Date_is_in_the_future(string provider)
    {
        await using Bench bench = await StartAsync(provider, isAhead: 400 * Day);
        bench.Provider.CommitThenAnswer(Broken);

        AmbiguousOutcomeException open = await IsOpenAsync(bench, AdaAt(provider));

        open.Found!.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [InlineData(-400)]
    [InlineData(400)]
    public async Task A_lost_create_with_an_email_at_Flex_that_is_sent_again_is_not_told_as_a_change_of_another_customer(int daysAhead)
    {
        await using Bench bench = await StartAsync("flex", daysAhead * Day);
        bench.Provider.CommitThenAnswer(Broken);

        AmbiguousOutcomeException open = await IsOpenAsync(bench, ProviderCase.Ada);

        open.Found!.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [InlineData(-400, true)]
    [InlineData(-400, false)]
    [InlineData(400, true)]
    [InlineData(400, false)]
    public async Task A_create_at_Flex_whose_answer_arrives_is_told_as_created(int daysAhead, bool looks)
    {
        await using Bench bench = await StartAsync("flex", daysAhead * Day, set: options => ((FlexOptions)options).LookBeforeCreate = looks);

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Fact]
    public async Task An_old_customer_that_a_create_at_Flex_has_changed_is_not_told_as_created()
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow() - Day);
        await using Bench bench = await StartAsync("flex", isAhead: -2 * Day, clock, static options => ((FlexOptions)options).LookBeforeCreate = false);
        await CreateByAnotherClientAsync(bench, "flex", ProviderCase.Ada);
        clock.Advance(Day);

        AmbiguousOutcomeException open = await IsOpenAsync(bench, ProviderCase.Ada);

        open.Attempts.ShouldBe(1);
        open.InnerException.ShouldBeNull();
        open.Message.ShouldNotContain("inner exception");
        open.Found!.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [MemberData(nameof(WrongClocks))]
    public async Task If_only_our_own_clock_is_wrong_a_lost_create_is_found(string provider, int daysAhead)
    {
        await using Bench bench = await Bench.StartAsync(provider, clock: new WrongClock(daysAhead * Day));
        bench.Provider.CommitThenAnswer(Broken);

        Customer created = await bench.Client.CreateAsync(AdaAt(provider), cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    /// <summary>The provider has stored the customer with another address than was sent.</summary>
    [Theory]
    [InlineData("flex")]
    [InlineData("atlas")]
    public async Task If_only_our_own_clock_is_wrong_a_new_idempotency_key_is_not_told_as_used_before(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1, clock: new WrongClock(Day));
        bench.Provider.Answer(
            request => SimulatedAnswer.Json(200, BehindTheScenes.Commit(bench.Provider, request).Replace("ada@", "grace@", StringComparison.Ordinal)),
            BehindTheScenes.IsCreate);

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, new CallOptions { IdempotencyKey = "signup" }, Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    private static CustomerCreate AdaAt(string provider) => provider == "flex" ? ProviderCase.Ada with { Email = null } : ProviderCase.Ada;

    private static Task<Bench> StartAsync(
        string provider, TimeSpan isAhead, TimeProvider? providersClock = null, Action<ProviderOptions>? set = null) => Bench.StartAsync(
        provider,
        options =>
        {
            options.TotalTimeout = TimeSpan.FromSeconds(20);
            set?.Invoke(options);
        },
        builder => builder.ConfigureHttpClient(http => http.ConfigurePrimaryHttpMessageHandler(() => new WrongDateHandler(isAhead))),
        providersClock: providersClock);

    private static async Task<Customer> CreateByAnotherClientAsync(Bench bench, string provider, CustomerCreate? customer = null)
    {
        ProviderOptions options = DiscoveredProvider.Called(provider).NewOptions();
        options.ApiKey = bench.Provider.ApiKey;
        options.BaseAddress = bench.Provider.BaseAddress;
        ICustomerClient other = DiscoveredProvider.Called(provider).Create(options, timeProvider: new WrongClock(-Day));
        using IDisposable owned = (IDisposable)other;
        return await other.CreateAsync(customer ?? AdaAt(provider), cancellationToken: Token);
    }

    private static Task<AmbiguousOutcomeException> IsOpenAsync(Bench bench, CustomerCreate customer) =>
        Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.Client.CreateAsync(customer, cancellationToken: Token));
}
