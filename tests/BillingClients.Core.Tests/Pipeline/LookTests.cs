namespace BillingClients.Core.Tests.Pipeline;

/// <summary>How long a call lasts, with all that it looks up and waits for.</summary>
public sealed class LookTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace" };
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The key is taken, but nobody is seen to have it: from then on, the create is not sent again.</summary>
    [Fact]
    public async Task After_a_conflict_it_looks_every_tenth_of_a_second_until_the_time_is_up()
    {
        const int TooMany = 100;
        int looks = 0;
        PausingClock clock = new(TimeSpan.FromMilliseconds(100));
        using ScriptedClient scripted = new(
            (request, _) => Task.FromResult(
                request.Method == HttpMethod.Get ? ++looks < TooMany ? Answers.NotFound() : Answers.Customer(200, "crm-1815", clock.GetUtcNow())
                : looks == 0 ? Answers.Status(502)
                : Answers.Status(409, """{"code":"already_exists"}""")),
            static options => options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromMilliseconds(1150),
            clock);

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => scripted.Client.CreateAsync(Ada, cancellationToken: Token));

        looks.ShouldBe(1 + 1 + 12, "One before the create is sent again, one after the conflict, and twelve until 1,100 ms have passed.");
    }

    [Fact]
    public async Task A_look_up_does_not_wait_longer_than_the_time_that_is_left()
    {
        OnlyShortTimers clock = new(TimeSpan.Zero);
        using ScriptedClient scripted = new(
            (request, _) => Task.FromResult(
                request.Method == HttpMethod.Get ? Answers.Customer(200, "crm-1815", clock.GetUtcNow()) : Answers.Status(502)),
            static options =>
            {
                options.MaxAttempts = 1;
                options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromMilliseconds(1);
                options.RetryBaseDelay = options.RetryMaxDelay = TimeSpan.FromDays(20);
            },
            clock);

        Customer created = await scripted.Client.CreateAsync(Ada, cancellationToken: Token);

        created.Id.ShouldBe("cust_1");
    }

    [Fact]
    public async Task When_the_time_is_up_nothing_is_looked_up()
    {
        int sent = 0;
        OnlyShortTimers clock = new(TimeSpan.Zero);
        using ScriptedClient scripted = new(
            (_, _) =>
            {
                sent++;
                using ITimer passing = clock.CreateTimer(static _ => { }, state: null, clock.Limit = TimeSpan.FromSeconds(30), Timeout.InfiniteTimeSpan);
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
            },
            static options => (options.MaxAttempts, options.TotalTimeout, options.AttemptTimeout) = (1, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)),
            clock);

        await Should.ThrowAsync<AmbiguousOutcomeException>(() => scripted.Client.CreateAsync(Ada, cancellationToken: Token));

        sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_look_up_that_stalls_ends_with_its_time_limit_and_the_failure_of_the_create_is_told()
    {
        OnlyShortTimers clock = new(TimeSpan.Zero);
        using ScriptedClient scripted = new(
            (request, _) =>
            {
                // The limit of the attempt does not fire; that of the look-up does.
                clock.Limit = Hour;
                return Task.FromResult(request.Method == HttpMethod.Get ? Answers.StalledBody() : Answers.Status(502));
            },
            static options => (options.MaxAttempts, options.TotalTimeout, options.AttemptTimeout) = (1, 2 * Hour, Hour),
            clock);

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(
            () => scripted.Client.CreateAsync(Ada, cancellationToken: Token).WaitAsync(TimeSpan.FromSeconds(20), Token));

        open.StatusCode.ShouldBe(502);
        open.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_first_attempt_that_stalls_ends_with_its_time_limit_by_the_given_clock()
    {
        using ScriptedClient scripted = new(
            static (_, _) => Task.FromResult(Answers.StalledBody()),
            static options => (options.MaxAttempts, options.TotalTimeout, options.AttemptTimeout) = (1, 2 * Hour, Hour),
            new OnlyShortTimers(Hour));

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(
            () => scripted.Client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token).WaitAsync(TimeSpan.FromSeconds(20), Token));

        failure.Fired.ShouldBe(BillingTimeout.Attempt);
    }

    [Fact]
    public async Task A_wait_that_would_end_with_the_call_is_not_begun()
    {
        int sent = 0;
        using ScriptedClient scripted = new(
            (_, _) =>
            {
                sent++;
                return Task.FromResult(Answers.RetryAfter(TimeSpan.FromSeconds(10)));
            },
            clock: new OnlyShortTimers(TimeSpan.Zero));

        await Should.ThrowAsync<BillingRateLimitException>(
            () => scripted.Client.GetAsync(CustomerKey.FromId("cust_1"), new CallOptions { Timeout = TimeSpan.FromSeconds(10) }, Token));

        sent.ShouldBe(1);
    }
}
