using BillingClients.Providers;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Core.Tests.Providers;

/// <summary>What an account created is remembered until its age tells that it existed before a call.</summary>
public sealed class RecentCreatesTests : IDisposable
{
    private static readonly ProviderDescriptor Own = new("own", "Own", new CustomerCapabilities());

    private readonly FakeTimeProvider _clock = new();
    private readonly OwnOptions _options = new() { ApiKey = "key", TotalTimeout = TimeSpan.FromMinutes(5) };
    private readonly ProviderAccount _account;
    private readonly RecentCreates _recent;

    public RecentCreatesTests()
    {
        _account = ProviderAccount.Create(Own, new ApiKeyHeader("Authorization", ""), _options, timeProvider: _clock);
        _recent = new RecentCreates(_account);
    }

    public void Dispose() => _account.Dispose();

    [Fact]
    public void A_customer_is_added_once()
    {
        _recent.TryAdd("1").ShouldBeTrue();
        _recent.TryAdd("2").ShouldBeTrue();

        _recent.TryAdd("1").ShouldBeFalse();
        _recent.Contains("2").ShouldBeTrue();
        _recent.Contains("3").ShouldBeFalse();
    }

    [Fact]
    public void It_is_forgotten_when_every_call_that_began_before_it_has_ended_and_its_age_tells_it()
    {
        _recent.TryAdd("1");
        _clock.Advance(_options.TotalTimeout + _options.ClockTolerance);
        _recent.TryAdd("1").ShouldBeFalse();

        _clock.Advance(TimeSpan.FromTicks(1));

        _recent.TryAdd("1").ShouldBeTrue();
    }

    [Fact]
    public void Without_a_tolerance_it_is_remembered_for_another_second_because_time_stamps_may_be_in_whole_seconds()
    {
        _options.ClockTolerance = TimeSpan.Zero;
        _account.TakeChangedOptions();
        _recent.TryAdd("1");
        _clock.Advance(_options.TotalTimeout + TimeSpan.FromSeconds(1));

        _recent.TryAdd("1").ShouldBeFalse();
    }

    [Fact]
    public void The_largest_tolerance_and_the_longest_time_can_be_set()
    {
        _options.ClockTolerance = TimeSpan.FromDays(36_500);
        _options.TotalTimeout = TimeSpan.FromDays(24);
        _account.TakeChangedOptions();
        _recent.TryAdd("1");
        _clock.Advance(TimeSpan.FromDays(3650));

        _recent.TryAdd("1").ShouldBeFalse();
    }

    [Fact]
    public void The_newest_20_000_are_remembered_so_that_memory_stays_flat()
    {
        foreach (int number in Enumerable.Range(0, 20_001))
        {
            _recent.TryAdd($"{number}");
        }

        _recent.Contains("0").ShouldBeFalse();
        _recent.Contains("1").ShouldBeTrue();
        _recent.Contains("20000").ShouldBeTrue();
    }
}
