using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>A look-up is not a retry: after a create whose answer is lost, one is always made within the time left.</summary>
public sealed class LastLookTests
{
    private static readonly SimulatedAnswer Broken = SimulatedAnswer.Html(502, "<html>");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public Task The_customer_is_found_without_an_attempt_left(string provider) => IsFoundAsync(provider, Broken, static options => options.MaxAttempts = 1);

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public Task The_customer_is_found_with_an_empty_retry_budget(string provider) => IsFoundAsync(provider, Broken, static options => options.RetryBudget = 0);

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public Task The_customer_is_found_when_the_provider_asks_to_wait_too_long(string provider) =>
        IsFoundAsync(provider, Broken.WithHeader("Retry-After", "3600"), static _ => { });

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task The_customer_is_found_when_a_later_attempt_is_refused(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 2);
        bench.Provider.CommitThenAnswer(Broken);
        bench.Provider.Answer(401, """{"error":{"code":"unauthorized","message":"Bad key."}}""", _ => bench.Provider.Customers.Count == 1);

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_conflict_in_answer_to_a_look_up_does_not_say_that_nothing_was_created(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Provider.CommitThenAnswer(Broken);
        bench.Provider.Fault(SimulatedFault.Conflict, _ => bench.Provider.Customers.Count == 1);

        AmbiguousOutcomeException unknown =
            await Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        unknown.OutcomeUnknown.ShouldBeTrue();
        bench.Provider.Customers.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("flexprice")]
    [InlineData("flowglad")]
    [InlineData("runonatlas")]
    public async Task Pages_of_a_gateway_in_answer_to_look_ups_are_not_the_end_the_client_looks_again(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.CommitThenAnswer(Broken);
        bench.Provider.Fault(SimulatedFault.GatewayPageBeforeCommit(404), _ => bench.Provider.Customers.Count == 1);
        bench.Provider.Fault(SimulatedFault.GatewayPageBeforeCommit(403), _ => bench.Provider.Customers.Count == 1);

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task One_tenants_failures_do_not_use_up_the_retries_of_another(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => (options.RetryBudget, options.MaxAttempts) = (1, 3));
        bench.Provider.AcceptKey(bench.Provider.ApiKey + "b");
        CallOptions tenantB = new() { ApiKey = bench.Provider.ApiKey + "b" };
        bench.Provider.InjectFaults(1, seed: 1, SimulatedFault.TooManyRequests());
        await Should.ThrowAsync<BillingRateLimitException>(() => bench.Client.ListPageAsync(new(), cancellationToken: Token));
        bench.Provider.InjectFaults(0, seed: 1);
        bench.Provider.Answer(429, "{}");

        await bench.Client.ListPageAsync(new(), tenantB, Token);

        bench.Provider.Requests.Count(static request => request.Status == 200).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task The_customer_of_an_earlier_call_is_not_told_as_created_again(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 2);
        Customer first = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);
        bench.Provider.Answer(Broken, BehindTheScenes.IsCreate);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        conflict.ExistingId.ShouldBe(first.Id);
        conflict.Reason.ShouldBe(ConflictReason.KeyTaken);
        bench.Provider.Customers.ShouldHaveSingleItem();
    }

    private static async Task IsFoundAsync(string provider, SimulatedAnswer answer, Action<ProviderOptions> set)
    {
        await using Bench bench = await Bench.StartAsync(provider, set);
        bench.Provider.CommitThenAnswer(answer);

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
        created.Response!.Attempts.ShouldBe(1);
    }
}
