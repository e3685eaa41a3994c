using Polly.Timeout;

namespace BillingClients.Core.Tests.Pipeline;

public sealed class TimeLimitTests
{
    private static readonly TimeSpan Hung = TimeSpan.FromSeconds(20);

    private static readonly CustomerKey Key = CustomerKey.FromId("cust_1");

    [Fact]
    public async Task A_stalled_body_ends_with_the_limit_of_the_attempt()
    {
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.StalledBody()), static options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(2);
            options.MaxAttempts = 2;
        }, new OnlyShortTimers(TimeSpan.FromSeconds(2)));

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(() => scripted.Client.GetAsync(Key));

        failure.Fired.ShouldBe(BillingTimeout.Attempt);
        failure.Limit.ShouldBe(TimeSpan.FromSeconds(2));
        failure.Message.ShouldContain("AttemptTimeout");
        failure.Attempts.ShouldBe(2);
        failure.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stalled_body_ends_with_the_limit_of_the_call_when_that_is_shorter()
    {
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.StalledBody()), clock: new OnlyShortTimers(TimeSpan.FromSeconds(5)));

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(
            () => scripted.Client.GetAsync(Key, new CallOptions { Timeout = TimeSpan.FromSeconds(5) }));

        failure.Fired.ShouldBe(BillingTimeout.Total);
        failure.Limit.ShouldBe(TimeSpan.FromSeconds(5));
        failure.Message.ShouldContain("the time limit of the whole call (CallOptions.Timeout), 5 s, has expired");
    }

    [Fact]
    public async Task A_wait_that_would_outlast_the_call_is_not_begun()
    {
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.RetryAfter(TimeSpan.FromSeconds(20))), clock: new OnlyShortTimers(TimeSpan.Zero));

        BillingRateLimitException failure = await Should.ThrowAsync<BillingRateLimitException>(
            () => scripted.Client.GetAsync(Key, new CallOptions { Timeout = TimeSpan.FromSeconds(10) }));

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(20));
        failure.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task The_limit_of_the_call_ends_a_later_attempt_and_the_failure_before_it_is_told()
    {
        Queue<HttpResponseMessage> answers = new([Answers.Status(503), Answers.StalledBody()]);
        OnlyShortTimers clock = new(TimeSpan.Zero);
        using ScriptedClient scripted = new((_, _) =>
        {
            // The limit of the first attempt does not fire; whatever is set after it does.
            clock.Limit = TimeSpan.FromSeconds(5);
            return Task.FromResult(answers.Dequeue());
        }, clock: clock);

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(
            () => scripted.Client.GetAsync(Key, new CallOptions { Timeout = TimeSpan.FromSeconds(5) }));

        failure.Fired.ShouldBe(BillingTimeout.Total);
        failure.Attempts.ShouldBe(2);
        failure.InnerException.ShouldBeOfType<BillingProviderException>().StatusCode.ShouldBe(503);
    }

    [Fact]
    public async Task A_later_attempt_has_the_time_that_is_left_of_the_call()
    {
        int sent = 0;
        OnlyShortTimers clock = new(TimeSpan.FromSeconds(4));
        using ScriptedClient scripted = new(
            (_, _) => Task.FromResult(
                ++sent == 1 ? Answers.RetryAfter(TimeSpan.FromSeconds(4)) : Answers.Customer(200, "crm-1815", DateTimeOffset.UnixEpoch)),
            clock: clock);

        await scripted.Client.GetAsync(Key, new CallOptions { Timeout = TimeSpan.FromSeconds(10) }, TestContext.Current.CancellationToken);

        await clock.WaitedFor(static due => due == TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task A_time_limit_of_the_applications_own_handler_is_not_called_ours()
    {
        using ScriptedClient scripted = new(static (_, _) => throw new TimeoutRejectedException(), static options => options.MaxAttempts = 1);

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(() => scripted.Client.GetAsync(Key));

        failure.InnerException.ShouldBeOfType<TimeoutRejectedException>();
        failure.IsTransient.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Cancelling_during_any_wait_returns_at_once_with_the_callers_own_cancellation(int wait)
    {
        using CancellationTokenSource caller = new();
        OnlyShortTimers clock = new(TimeSpan.Zero);
        int sent = 0;
        using ScriptedClient scripted = new(
            (_, _) => Task.FromResult(++sent == wait ? Answers.RetryAfter(TimeSpan.FromHours(1)) : Answers.Status(503)),
            static options =>
            {
                options.RetryMaxDelay = TimeSpan.FromHours(2);
                options.TotalTimeout = TimeSpan.FromHours(3);
            },
            clock);

        Task<Customer> call = scripted.Client.GetAsync(Key, cancellationToken: caller.Token);
        await clock.WaitedFor(static due => due > TimeSpan.FromMinutes(2));
        await caller.CancelAsync();

        Exception? told = await Record.ExceptionAsync(() => call.WaitAsync(Hung, TestContext.Current.CancellationToken));
        told.ShouldBeOfType<OperationCanceledException>().CancellationToken.ShouldBe(caller.Token);
    }

    [Fact]
    public async Task Cancelling_while_a_body_is_read_returns_at_once()
    {
        using CancellationTokenSource caller = new();
        TaskCompletionSource asked = new();
        using ScriptedClient scripted = new((_, _) =>
        {
            asked.SetResult();
            return Task.FromResult(Answers.StalledBody());
        }, clock: new OnlyShortTimers(TimeSpan.Zero));

        Task<Customer> call = scripted.Client.GetAsync(Key, cancellationToken: caller.Token);
        await asked.Task.WaitAsync(Hung, TestContext.Current.CancellationToken);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call.WaitAsync(Hung, TestContext.Current.CancellationToken));
    }

    /// <summary>A machine that was suspended during a wait, or a virtual one that was moved.</summary>
    [Fact]
    public async Task When_the_clock_jumps_over_the_time_limit_during_a_wait_nothing_more_is_sent()
    {
        int sent = 0;
        JumpingClock clock = new(TimeSpan.FromHours(1));
        using ScriptedClient scripted = new(
            (_, _) => Task.FromResult(sent++ == 0 ? Answers.RetryAfter(TimeSpan.FromSeconds(1)) : Answers.Status(200)),
            static options => options.AttemptTimeout = TimeSpan.FromMinutes(1),
            clock);

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(() => scripted.Client.GetAsync(Key));

        failure.Fired.ShouldBe(BillingTimeout.Total);
        failure.InnerException.ShouldBeOfType<BillingRateLimitException>();
        failure.Attempts.ShouldBe(1);
        sent.ShouldBe(1);
    }

    /// <summary>A clock whose waits of up to a second take much longer.</summary>
    private sealed class JumpingClock(TimeSpan jump) : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Interlocked.Read(ref _ticks);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            bool jumps = dueTime >= TimeSpan.Zero && dueTime <= TimeSpan.FromSeconds(1);
            Interlocked.Add(ref _ticks, jumps ? jump.Ticks : 0);
            return System.CreateTimer(callback, state, jumps ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
