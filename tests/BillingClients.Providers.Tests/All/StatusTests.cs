using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>A status is judged by its class: what a CDN or a gateway in front of a provider answers is no special case.</summary>
public sealed class StatusTests
{
    public static TheoryData<string, int> ServerErrors { get; } = new MatrixTheoryData<string, int>(Names, [500, 502, 503, 504, 520, 522, 523, 524, 599]);

    public static TheoryData<string, int> OpenAndFinal { get; } = new MatrixTheoryData<string, int>(Names, [303, 499, 501, 505]);

    private static string[] Names => [.. DiscoveredProvider.All.Select(static provider => provider.Name)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ServerErrors))]
    public async Task A_get_is_retried_after_any_server_error(string provider, int status)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        Customer ada = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);
        bench.Provider.Answer(SimulatedAnswer.Html(status, "<html>"));

        Customer read = await bench.Client.GetAsync(KeyOf(bench, ada), cancellationToken: Token);

        read.Response!.Attempts.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(AnswerShape.Providers), MemberType = typeof(AnswerShape))]
    public async Task A_read_is_retried_after_a_success_that_cannot_be_read(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        Customer ada = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        foreach (string body in (string[])["<html>", "{", "{}"])
        {
            bench.Provider.Answer(SimulatedAnswer.Json(200, body));

            Customer read = await bench.Client.GetAsync(KeyOf(bench, ada), cancellationToken: Token);

            read.Response!.Attempts.ShouldBe(2, body);
        }
    }

    [Theory]
    [MemberData(nameof(ServerErrors))]
    public async Task A_create_that_was_stored_before_a_server_error_is_returned_and_not_made_twice(string provider, int status)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.CommitThenAnswer(SimulatedAnswer.Html(status, "<html>"));

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
    }

    [Theory]
    [MemberData(nameof(OpenAndFinal))]
    public async Task After_a_status_that_leaves_a_create_open_and_will_not_change_it_is_looked_for_and_not_sent_again(string provider, int status)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.CommitThenAnswer(SimulatedAnswer.Html(status, "<html>"));

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Id.ShouldBe(bench.Provider.Customers.ShouldHaveSingleItem().Id);
        bench.Provider.Requests.Count(BehindTheScenes.IsCreate).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(OpenAndFinal))]
    public async Task If_nobody_is_found_then_the_outcome_is_unknown(string provider, int status)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.Answer(SimulatedAnswer.Html(status, "<html>"), BehindTheScenes.IsCreate);

        AmbiguousOutcomeException open = await Should.ThrowAsync<AmbiguousOutcomeException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        open.StatusCode.ShouldBe(status);
        open.OutcomeUnknown.ShouldBeTrue();
        bench.Provider.Requests.Count(BehindTheScenes.IsCreate).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_create_that_was_too_early_is_sent_again_without_a_look(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.Answer(425, "{}", BehindTheScenes.IsCreate);

        Customer created = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        created.Response!.Attempts.ShouldBe(2);
        bench.Provider.Customers.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("atlas", 409, """{"error":{"type":"idempotency_error","code":"idempotency_key_reused"}}""", ConflictReason.IdempotencyKeyReused)]
    [InlineData("atlas", 400, """{"error":{"code":"customer_exists"}}""", ConflictReason.KeyTaken)]
    [InlineData("atlas", 400, """{"error":{"code":"has_active_subscriptions"}}""", ConflictReason.Other)]
    [InlineData("flexprice", 409, """{"code":"version_conflict"}""", ConflictReason.ConcurrentChange)]
    [InlineData("flexprice", 409, """{"code":"already_exists"}""", ConflictReason.KeyTaken)]
    [InlineData("flowglad", 409, """{"error":"exists","code":"CONFLICT"}""", ConflictReason.KeyTaken)]
    [InlineData("runonatlas", 409, """{"message":"Conflict"}""", ConflictReason.Other)]
    [InlineData("flex", 409, """{"error":{"code":"duplicate"}}""", ConflictReason.Other)]
    public async Task A_conflict_says_why(string provider, int status, string body, ConflictReason reason)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Provider.Answer(status, body, BehindTheScenes.IsCreate);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() => bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token));

        conflict.Reason.ShouldBe(reason);
        conflict.OutcomeUnknown.ShouldBeFalse();
    }

    private static CustomerKey KeyOf(Bench bench, Customer customer) =>
        bench.Client.Provider.Capabilities.Get.ById == Support.Unsupported ? CustomerKey.FromExternalId(customer.ExternalId!) : CustomerKey.FromId(customer.Id);
}
