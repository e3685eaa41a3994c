namespace BillingClients.Core.Tests.Pipeline;

public sealed class RetryTests
{
    private static readonly CustomerKey Key = CustomerKey.FromId("cust_1");

    [Theory]
    [InlineData(408, 4)]
    [InlineData(425, 4)]
    [InlineData(429, 4)]
    [InlineData(500, 4)]
    [InlineData(502, 4)]
    [InlineData(503, 4)]
    [InlineData(504, 4)]
    [InlineData(520, 4)]
    [InlineData(524, 4)]
    [InlineData(599, 4)]
    [InlineData(101, 1)]
    [InlineData(303, 1)]
    [InlineData(400, 1)]
    [InlineData(401, 1)]
    [InlineData(403, 1)]
    [InlineData(404, 1)]
    [InlineData(409, 1)]
    [InlineData(422, 1)]
    [InlineData(499, 1)]
    [InlineData(501, 1)]
    [InlineData(505, 1)]
    [InlineData(307, 1)]
    public async Task A_read_is_retried_after_what_may_pass_and_after_nothing_else(int status, int attempts)
    {
        int sent = 0;
        using ScriptedClient scripted = new((_, _) => Task.FromResult(Answers.Status(status, $$"""{"n":{{Interlocked.Increment(ref sent)}}}""")));

        BillingException failure = await Should.ThrowAsync<BillingException>(() => scripted.Client.GetAsync(Key));

        sent.ShouldBe(attempts);
        failure.Attempts.ShouldBe(attempts);
        failure.OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task A_provider_that_asks_for_a_longer_wait_than_allowed_is_left_alone()
    {
        int sent = 0;
        using ScriptedClient scripted = new((_, _) =>
        {
            sent++;
            HttpResponseMessage answer = Answers.Status(429);
            answer.Headers.TryAddWithoutValidation("Retry-After", "3600");
            return Task.FromResult(answer);
        });

        BillingRateLimitException failure = await Should.ThrowAsync<BillingRateLimitException>(() => scripted.Client.GetAsync(Key));

        sent.ShouldBe(1);
        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        failure.Message.ShouldContain("3600 s");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_the_provider_asks_to_wait_is_waited(int wait)
    {
        int sent = 0;
        OnlyShortTimers clock = new(TimeSpan.FromSeconds(17));
        using ScriptedClient scripted = new((_, _) =>
        {
            sent++;
            return Task.FromResult(
                sent < wait ? Answers.Status(503)
                : sent == wait ? Answers.RetryAfter(TimeSpan.FromSeconds(17))
                : Answers.Customer(200, "crm-1815", DateTimeOffset.UnixEpoch));
        }, clock: clock);

        Customer customer = await scripted.Client.GetAsync(Key, cancellationToken: TestContext.Current.CancellationToken);

        customer.Response!.Attempts.ShouldBe(wait + 1);
        await clock.WaitedFor(static due => due == TimeSpan.FromSeconds(17));
    }

    [Fact]
    public async Task A_used_up_budget_ends_the_retries_of_all_calls()
    {
        int sent = 0;
        using ScriptedClient scripted = new((_, _) => Task.FromResult(Answers.Status(503, $"{Interlocked.Increment(ref sent)}")), static options => options.RetryBudget = 5);

        for (int i = 0; i < 10; i++)
        {
            await Should.ThrowAsync<BillingProviderException>(() => scripted.Client.GetAsync(Key));
        }

        sent.ShouldBe(10 + 5);
    }

    [Fact]
    public async Task Five_successes_give_a_retry_back()
    {
        bool isDown = true;
        using ScriptedClient scripted = new(
            (_, _) => Task.FromResult(isDown ? Answers.Status(503) : Answers.Customer(200, "crm-1815", DateTimeOffset.UnixEpoch)),
            static options => options.RetryBudget = 1);
        await Should.ThrowAsync<BillingProviderException>(() => scripted.Client.GetAsync(Key));

        isDown = false;
        for (int i = 0; i < 5; i++)
        {
            await scripted.Client.GetAsync(Key, cancellationToken: TestContext.Current.CancellationToken);
        }

        isDown = true;
        (await Should.ThrowAsync<BillingProviderException>(() => scripted.Client.GetAsync(Key))).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task A_delete_that_finds_nothing_after_a_lost_answer_has_worked()
    {
        int sent = 0;
        using ScriptedClient scripted = new((_, _) => ++sent == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : Task.FromResult(Answers.NotFound()));

        await scripted.Client.DeleteAsync(Key, cancellationToken: TestContext.Current.CancellationToken);

        sent.ShouldBe(2);
    }

    [Fact]
    public async Task What_an_earlier_attempt_sent_says_nothing_of_a_later_one_that_failed_before_it_sent()
    {
        Queue<Func<HttpResponseMessage>> answers = new(
        [
            static () => Answers.Customer(200, "crm-1815", DateTimeOffset.UnixEpoch),
            static () => Answers.Status(429),
            static () => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        ]);
        using ScriptedClient scripted = new((_, _) => Task.FromResult(answers.Dequeue()()), static options => options.MaxAttempts = 2);

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(
            () => scripted.Client.DeleteAsync(CustomerKey.FromExternalId("crm-1815")));

        failure.OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task An_attempt_without_an_answer_is_not_told_with_the_status_and_the_request_id_of_the_one_before()
    {
        int sent = 0;
        using ScriptedClient scripted = new((_, _) =>
        {
            HttpResponseMessage answer = ++sent == 1 ? Answers.Status(503) : throw new HttpRequestException(HttpRequestError.ResponseEnded);
            answer.Headers.TryAddWithoutValidation("X-Request-Id", "req_1");
            return Task.FromResult(answer);
        }, static options => options.MaxAttempts = 2);

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(() => scripted.Client.GetAsync(Key));

        failure.StatusCode.ShouldBeNull();
        failure.RequestId.ShouldBeNull();
    }

    [Theory]
    [InlineData(101)]
    [InlineData(303)]
    [InlineData(408)]
    [InlineData(499)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(505)]
    [InlineData(520)]
    [InlineData(307, false)]
    [InlineData(400, false)]
    [InlineData(404, false)]
    [InlineData(425, false)]
    [InlineData(429, false)]
    public async Task A_status_leaves_the_outcome_of_an_update_unknown_or_not(int status, bool isUnknown = true)
    {
        using ScriptedClient scripted = new((_, _) => Task.FromResult(Answers.Status(status)));

        BillingException failure = await Should.ThrowAsync<BillingException>(() => scripted.Client.UpdateAsync(Key, new CustomerUpdate { Name = "Ada King" }));

        failure.OutcomeUnknown.ShouldBe(isUnknown);
    }

    [Fact]
    public async Task A_delete_that_a_gateway_answers_after_an_open_attempt_is_not_done()
    {
        int sent = 0;
        using ScriptedClient scripted = new((_, _) => Task.FromResult(++sent == 1 ? Answers.Status(502) : Answers.Status(404, "<html>")));

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(() => scripted.Client.DeleteAsync(Key));

        failure.StatusCode.ShouldBe(404);
        failure.OutcomeUnknown.ShouldBeTrue();
        sent.ShouldBe(2);
    }

    [Fact]
    public async Task Status_and_request_id_are_those_of_the_last_request_of_an_attempt()
    {
        Queue<Func<HttpResponseMessage>> answers = new(
        [
            static () =>
            {
                HttpResponseMessage read = Answers.Customer(200, "crm-1815", DateTimeOffset.UnixEpoch);
                read.Headers.TryAddWithoutValidation("X-Request-Id", "req_read");
                return read;
            },
            static () => throw new HttpRequestException(HttpRequestError.ResponseEnded),
        ]);
        using ScriptedClient scripted = new((_, _) => Task.FromResult(answers.Dequeue()()), static options => options.MaxAttempts = 1);

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(
            () => scripted.Client.DeleteAsync(CustomerKey.FromExternalId("crm-1815")));

        failure.StatusCode.ShouldBeNull();
        failure.RequestId.ShouldBeNull();
        failure.OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_delete_that_finds_nothing_at_first_has_not()
    {
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.NotFound()));

        (await Should.ThrowAsync<BillingNotFoundException>(() => scripted.Client.DeleteAsync(Key))).OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task An_update_whose_last_attempt_is_refused_may_still_have_worked_before()
    {
        int sent = 0;
        using ScriptedClient scripted = new((_, _) => ++sent == 1 ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : Task.FromResult(Answers.Status(401)));

        BillingException failure = await Should.ThrowAsync<BillingAuthenticationException>(() => scripted.Client.UpdateAsync(Key, new CustomerUpdate { Name = "Ada King" }));

        failure.OutcomeUnknown.ShouldBeTrue();
    }
}
