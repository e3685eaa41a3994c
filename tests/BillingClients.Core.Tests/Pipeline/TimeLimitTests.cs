namespace BillingClients.Core.Tests.Pipeline;

public sealed class TimeLimitTests
{
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
        failure.Message.ShouldContain("TotalTimeout");
    }

    [Fact]
    public async Task The_limit_of_the_call_ends_a_wait_between_attempts_and_the_last_failure_is_told()
    {
        OnlyShortTimers clock = new(TimeSpan.Zero);
        using ScriptedClient scripted = new((_, _) =>
        {
            // The first attempt is over; what is left of the call's time now passes at once.
            clock.Limit = TimeSpan.FromSeconds(10);
            return Task.FromResult(Answers.Status(503));
        }, static options =>
        {
            options.RetryBaseDelay = TimeSpan.FromHours(1);
            options.RetryMaxDelay = TimeSpan.FromHours(2);
            options.TotalTimeout = TimeSpan.FromSeconds(10);
        }, clock);

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(() => scripted.Client.GetAsync(Key));

        failure.Fired.ShouldBe(BillingTimeout.Total);
        failure.InnerException.ShouldBeOfType<BillingProviderException>().StatusCode.ShouldBe(503);
    }

    [Fact]
    public async Task Cancelling_during_a_wait_returns_at_once_with_the_callers_own_cancellation()
    {
        using CancellationTokenSource caller = new();
        OnlyShortTimers clock = new(TimeSpan.Zero);
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.Status(503)), static options =>
        {
            options.RetryBaseDelay = TimeSpan.FromHours(1);
            options.RetryMaxDelay = TimeSpan.FromHours(2);
        }, clock);

        Task<Customer> call = scripted.Client.GetAsync(Key, cancellationToken: caller.Token);
        await clock.WaitedFor(static due => due > TimeSpan.FromMinutes(2));
        await caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => call)).CancellationToken.ShouldBe(caller.Token);
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
        await asked.Task;
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }
}
