using BillingClients.Providers;

namespace BillingClients.Core.Tests.Pipeline;

/// <summary>What a call knows of its attempts.</summary>
public sealed class AttemptTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan OneMillisecond = TimeSpan.FromMilliseconds(1);

    [Fact]
    public void An_attempt_has_its_own_time_limit_or_what_is_left_of_the_calls()
    {
        using LoneCall lone = new(configure: static options =>
        {
            options.TotalTimeout = TimeSpan.FromSeconds(10);
            options.AttemptTimeout = TimeSpan.FromSeconds(4);
        });

        lone.Call.BeginAttempt().ShouldBe(TimeSpan.FromSeconds(4));
        lone.Call.AttemptIsLimitedBy.ShouldBe(BillingTimeout.Attempt);

        lone.Clock.Advance(TimeSpan.FromSeconds(6));
        lone.Call.BeginAttempt().ShouldBe(TimeSpan.FromSeconds(4));
        lone.Call.AttemptIsLimitedBy.ShouldBe(BillingTimeout.Attempt);

        lone.Clock.Advance(TimeSpan.FromSeconds(1));
        lone.Call.BeginAttempt().ShouldBe(TimeSpan.FromSeconds(3));
        lone.Call.AttemptIsLimitedBy.ShouldBe(BillingTimeout.Total);
    }

    [Fact]
    public void The_first_attempt_is_made_however_late_it_is()
    {
        using LoneCall lone = new();
        lone.Clock.Advance(lone.Call.TotalTimeout + Tick);

        lone.Call.BeginAttempt().ShouldBe(OneMillisecond);

        lone.Call.IsTooLate.ShouldBeFalse();
        lone.Call.Attempts.ShouldBe(1);
        lone.Call.AttemptIsLimitedBy.ShouldBe(BillingTimeout.Total);
    }

    [Fact]
    public void A_later_attempt_is_made_until_the_time_is_up()
    {
        using LoneCall lone = new();
        lone.Call.BeginAttempt();
        lone.Clock.Advance(lone.Call.TotalTimeout - Tick);
        lone.Call.BeginAttempt().ShouldBe(OneMillisecond);
        lone.Call.IsTooLate.ShouldBeFalse();

        lone.Clock.Advance(Tick);
        lone.Call.BeginAttempt();

        lone.Call.IsTooLate.ShouldBeTrue();
        lone.Call.Attempts.ShouldBe(2);
    }

    [Fact]
    public void A_look_up_after_the_last_attempt_is_not_counted()
    {
        using LoneCall lone = new();
        lone.Call.BeginAttempt();

        lone.Call.BeginLook().ShouldBe(lone.Call.Settings.AttemptTimeout);

        lone.Call.Attempts.ShouldBe(1);
    }

    [Fact]
    public void An_attempt_knows_nothing_of_the_requests_of_the_one_before()
    {
        using LoneCall lone = new LoneCall().Sent();
        (lone.Call.IsLookUp, lone.Call.StatusCode, lone.Call.RequestId, lone.Call.PrintableRequestId) = (true, 503, "req_1", "req_1");

        lone.Call.BeginAttempt();

        lone.Call.WriteSent.ShouldBeFalse();
        lone.Call.IsLookUp.ShouldBeFalse();
        lone.Call.StatusCode.ShouldBe(0);
        lone.Call.RequestId.ShouldBeNull();
        lone.Call.PrintableRequestId.ShouldBeNull();
    }

    [Fact]
    public void The_newest_failure_is_kept_and_a_cancellation_does_not_replace_it()
    {
        BillingException newest = LoneCall.Failed(500);
        using LoneCall lone = new LoneCall().Open();
        lone.Call.EndAttempt(newest);
        lone.Call.EndAttempt(failure: null);

        lone.Call.LastFailure.ShouldBeSameAs(newest);
    }

    [Fact]
    public void What_an_open_attempt_left_unknown_stays_unknown_whatever_follows()
    {
        using LoneCall lone = new LoneCall();
        lone.Call.EndAttempt(LoneCall.Failed(429));
        lone.Call.OutcomeUnknown.ShouldBeFalse();

        lone.Open().Call.OutcomeUnknown.ShouldBeTrue();
        lone.Open().Call.OutcomeUnknown.ShouldBeTrue();
        lone.Call.EndAttempt(LoneCall.Failed(401));
        lone.Call.OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public void The_callers_idempotency_key_is_sent_or_a_new_one_for_each_call()
    {
        CallOptions own = new() { IdempotencyKey = "signup" };
        using LoneCall callers = new(options: own, takesIdempotencyKey: true);
        using LoneCall first = new(takesIdempotencyKey: true);
        using LoneCall second = new(options: new CallOptions(), takesIdempotencyKey: true);

        callers.Call.IdempotencyKey.ShouldBe("signup");
        callers.Call.HasCallersKey.ShouldBeTrue();
        Guid.TryParse(first.Call.IdempotencyKey, out _).ShouldBeTrue();
        first.Call.HasCallersKey.ShouldBeFalse();
        second.Call.IdempotencyKey.ShouldNotBe(first.Call.IdempotencyKey);
        second.Call.HasCallersKey.ShouldBeFalse();
    }

    [Fact]
    public void Without_support_of_idempotency_keys_none_is_told()
    {
        using LoneCall lone = new(options: new CallOptions { IdempotencyKey = "signup" });

        lone.Call.IdempotencyKey.ShouldBeNull();
        lone.Call.HasCallersKey.ShouldBeFalse();
    }
}
