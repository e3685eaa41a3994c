using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>Every number and time of the options is bounded, and everything works at the bounds.</summary>
public sealed class OptionBoundTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    private static readonly (string Property, Action<ProviderOptions> Set)[] OutOfBounds =
    [
        ("TotalTimeout", static options => options.TotalTimeout = TimeSpan.MaxValue),
        ("TotalTimeout", static options => options.TotalTimeout = Longest + TimeSpan.FromTicks(1)),
        ("TotalTimeout", static options => options.TotalTimeout = TimeSpan.Zero),
        ("AttemptTimeout", static options => options.AttemptTimeout = TimeSpan.MaxValue),
        ("AttemptTimeout", static options => options.AttemptTimeout = TimeSpan.MinValue),
        ("PooledConnectionLifetime", static options => options.PooledConnectionLifetime = TimeSpan.MaxValue),
        ("PooledConnectionLifetime", static options => options.PooledConnectionLifetime = Timeout.InfiniteTimeSpan),
        ("RetryMaxDelay", static options => options.RetryMaxDelay = TimeSpan.MaxValue),
        ("RetryMaxDelay", static options => options.RetryMaxDelay = Longest + TimeSpan.FromTicks(1)),
        ("RetryBaseDelay", static options => options.RetryBaseDelay = options.RetryMaxDelay = TimeSpan.MaxValue),
        ("RetryBaseDelay", static options => options.RetryBaseDelay = TimeSpan.FromTicks(-1)),
        ("ClockTolerance", static options => options.ClockTolerance = TimeSpan.MaxValue),
        ("ClockTolerance", static options => options.ClockTolerance = TimeSpan.FromTicks(-1)),
        ("MaxAttempts", static options => options.MaxAttempts = int.MaxValue),
        ("MaxAttempts", static options => options.MaxAttempts = 0),
        ("RetryBudget", static options => options.RetryBudget = -1),
        ("MaxResponseBytes", static options => options.MaxResponseBytes = int.MaxValue),
        ("MaxErrorBodyBytes", static options => options.MaxErrorBodyBytes = int.MaxValue),
        ("MaxResponseHeadersKilobytes", static options => options.MaxResponseHeadersKilobytes = int.MaxValue),
        ("UnsupportedFields", static options => options.UnsupportedFields = (UnsupportedFields)99),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public void What_is_out_of_bounds_is_named(string provider)
    {
        foreach ((string property, Action<ProviderOptions> set) in OutOfBounds)
        {
            ProviderOptions options = DiscoveredProvider.Called(provider).NewOptions();
            options.ApiKeyProvider = static _ => new("key");
            set(options);

            options.Validate("Billing").ShouldContain(failure => failure.StartsWith($"Billing:{property} is "), property);
        }
    }

    [Fact]
    public void A_region_that_does_not_exist_is_named() =>
        new FlexpriceOptions { ApiKey = "sk_1", Region = (FlexpriceRegion)99 }.Validate("Billing").ShouldBe(["Billing:Region is 99. Use India or UnitedStates."]);

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_lost_create_ends_as_one_customer_at_the_upper_bounds(string provider) => await LoseACreateAsync(provider, static options =>
    {
        options.TotalTimeout = Longest;
        options.AttemptTimeout = Longest;
        options.PooledConnectionLifetime = Longest;
        options.RetryMaxDelay = Longest;
        options.ClockTolerance = TimeSpan.FromDays(36_500);
        options.MaxAttempts = 1000;
        options.RetryBudget = int.MaxValue;
        options.MaxResponseBytes = 1 << 30;
        options.MaxErrorBodyBytes = 1 << 30;
        options.MaxResponseHeadersKilobytes = 65_536;
    });

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_lost_create_ends_as_one_customer_at_the_lower_bounds(string provider) => await LoseACreateAsync(provider, static options =>
    {
        options.RetryMaxDelay = TimeSpan.Zero;
        options.ClockTolerance = TimeSpan.Zero;
        options.MaxAttempts = 2;
        options.RetryBudget = 1;
        options.MaxResponseHeadersKilobytes = 1;
    });

    private static async Task LoseACreateAsync(string provider, Action<ProviderOptions> set)
    {
        await using Bench bench = await Bench.StartAsync(provider, set);
        bench.Provider.Fault(SimulatedFault.ResetAfterCommit, static request => request.Method == "POST");

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        bench.Provider.Customers.ShouldHaveSingleItem().Id.ShouldBe(created.Id);
        bench.Provider.Requests.Count.ShouldBeGreaterThan(1);
    }
}
