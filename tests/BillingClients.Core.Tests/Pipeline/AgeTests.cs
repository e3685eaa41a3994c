using BillingClients.Providers;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>Whether a customer existed before a call, or was created by it, as far as the two clocks tell.</summary>
public sealed class AgeTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 26, 9, 30, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly LoneCall _lone = new(configure: static options => options.ClockTolerance = Tolerance);

    private ProviderCall Call => _lone.Call;

    public void Dispose() => _lone.Dispose();

    [Fact]
    public void What_was_created_before_the_call_by_more_than_the_tolerance_is_older()
    {
        ShouldBe(Age.New, Start - Tolerance);
        ShouldBe(Age.Older, Start - Tolerance - Tick);
    }

    [Fact]
    public void What_was_created_during_the_call_is_new()
    {
        _lone.Clock.Advance(Hour);

        ShouldBe(Age.New, Start + Hour);
    }

    [Fact]
    public void What_was_created_later_than_now_by_more_than_the_tolerance_has_an_unknown_age()
    {
        _lone.Clock.Advance(Hour);

        ShouldBe(Age.New, Start + Hour + Tolerance);
        ShouldBe(Age.Unknown, Start + Hour + Tolerance + Tick);
    }

    [Fact]
    public void Without_a_time_stamp_the_age_is_unknown() => ShouldBe(Age.Unknown, createdAt: null);

    [Fact]
    public void The_providers_time_stamps_are_compared_by_the_providers_clock()
    {
        Call.LearnClock(Start - Hour);

        ShouldBe(Age.New, Start - Hour);
        ShouldBe(Age.New, Start - Hour - Tolerance);
        ShouldBe(Age.Older, Start - Hour - Tolerance - Tick);
        ShouldBe(Age.Unknown, Start - Hour + Tolerance + Tick);
    }

    [Fact]
    public void An_answer_without_a_Date_leaves_what_is_known_of_the_providers_clock()
    {
        Call.LearnClock(Start - Hour);
        Call.LearnClock(providerTime: null);

        ShouldBe(Age.New, Start - Hour);
    }

    [Fact]
    public void If_it_is_older_by_the_providers_clock_and_new_by_our_own_the_age_is_unknown()
    {
        Call.LearnClock(Start + Hour);

        ShouldBe(Age.Unknown, Start);
        ShouldBe(Age.Unknown, Start - Tolerance);
        ShouldBe(Age.Unknown, Start + Tolerance);
    }

    [Fact]
    public void If_it_is_older_by_both_clocks_it_is_older()
    {
        Call.LearnClock(Start + Hour);

        ShouldBe(Age.Older, Start - Tolerance - Tick);
    }

    [Fact]
    public void If_our_own_clock_shows_an_earlier_time_than_the_time_stamp_the_providers_clock_decides()
    {
        Call.LearnClock(Start + Hour);

        ShouldBe(Age.Older, Start + Tolerance + Tick);
    }

    [Fact]
    public void Clocks_that_differ_by_no_more_than_the_tolerance_do_not_contradict_each_other()
    {
        Call.LearnClock(Start + Tolerance);
        ShouldBe(Age.Older, Start - Tick);

        Call.LearnClock(Start + Tolerance + Tick);
        ShouldBe(Age.Unknown, Start - Tick);
    }

    [Fact]
    public void Our_own_clock_alone_tells_what_is_older_by_more_than_the_tolerance()
    {
        Call.LearnClock(Start + Hour);

        Call.IsOlderByOwnClock(Start - Tolerance).ShouldBeFalse();
        Call.IsOlderByOwnClock(Start - Tolerance - Tick).ShouldBeTrue();
        Call.IsOlderByOwnClock(null).ShouldBeFalse();
    }

    private void ShouldBe(Age age, DateTimeOffset? createdAt)
    {
        Call.IsOlder(createdAt).ShouldBe(age == Age.Older);
        Call.IsNew(createdAt).ShouldBe(age == Age.New);
    }

    private enum Age
    {
        Unknown,
        Older,
        New,
    }
}
