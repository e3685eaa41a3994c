using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Testing.Tests;

/// <summary>Failures and delays by callback, and what the caller sees of them.</summary>
public class FakeCallbackTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Email = "ada@example.com" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_OnCall_throws_the_caller_gets_and_nothing_is_stored()
    {
        using FakeCustomerClient client = new() { OnCall = (call, _) => throw call.RateLimited(TimeSpan.FromSeconds(2)) };

        BillingRateLimitException failure = await Should.ThrowAsync<BillingRateLimitException>(() => client.CreateAsync(Ada, cancellationToken: Cancellation));

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        failure.IsTransient.ShouldBeTrue();
        failure.Operation.ShouldBe(CustomerOperation.Create);
        client.Customers.ShouldBeEmpty();
        client.Calls.ShouldHaveSingleItem().ToString().ShouldBe("#1 Create");
    }

    [Fact]
    public async Task What_OnAnswer_throws_the_caller_gets_although_the_customer_is_stored()
    {
        using FakeCustomerClient client = new() { OnAnswer = (call, _) => throw call.Ambiguous() };

        AmbiguousOutcomeException failure = await Should.ThrowAsync<AmbiguousOutcomeException>(() =>
            client.CreateAsync(Ada, new CallOptions { IdempotencyKey = "order-7" }, Cancellation));

        failure.IdempotencyKey.ShouldBe("order-7");
        failure.OutcomeUnknown.ShouldBeTrue();
        client.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_callback_picks_its_call()
    {
        using FakeCustomerClient client = new();
        client.OnCall = (call, _) => call is { Operation.Kind: OperationKind.Get, Number: 2 } ? throw call.ProviderFailure() : default;
        Customer created = await client.CreateAsync(Ada, cancellationToken: Cancellation);
        CustomerKey key = CustomerKey.FromId(created.Id);

        await Should.ThrowAsync<BillingProviderException>(() => client.GetAsync(key, cancellationToken: Cancellation));

        (await client.GetAsync(key, cancellationToken: Cancellation)).Id.ShouldBe(created.Id);
        client.Calls.Select(call => call.Operation).ShouldBe([CustomerOperation.Create, CustomerOperation.Get, CustomerOperation.Get]);
        client.Calls[^1].Key.ShouldBe(key);
    }

    [Fact]
    public async Task A_call_that_waits_too_long_is_a_timeout()
    {
        FakeTimeProvider clock = new();
        using FakeCustomerClient client = new(timeProvider: clock);
        client.OnCall = (_, cancellationToken) =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(2999));
            cancellationToken.IsCancellationRequested.ShouldBeFalse();
            clock.Advance(TimeSpan.FromMilliseconds(1));
            cancellationToken.IsCancellationRequested.ShouldBeTrue();
            return ValueTask.FromCanceled(cancellationToken);
        };

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(() =>
            client.CreateAsync(Ada, new CallOptions { Timeout = TimeSpan.FromSeconds(3) }, Cancellation));

        failure.Fired.ShouldBe(BillingTimeout.Total);
        failure.Limit.ShouldBe(TimeSpan.FromSeconds(3));
        client.Customers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_that_cancels_gets_its_own_cancellation()
    {
        using CancellationTokenSource source = new();
        using FakeCustomerClient client = new() { OnCall = async (_, cancellationToken) => await source.CancelAsync() };

        OperationCanceledException cancelled = await Should.ThrowAsync<OperationCanceledException>(() =>
            client.CreateAsync(Ada, cancellationToken: source.Token));

        cancelled.CancellationToken.ShouldBe(source.Token);
        client.Customers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_before_sending_is_not_counted_as_a_call()
    {
        using FakeCustomerClient client = new(FakeCustomerClient.Everything with { Delete = default, DeleteEffect = DeleteEffect.None });

        await Should.ThrowAsync<UnsupportedCapabilityException>(() => client.DeleteAsync(CustomerKey.FromId("fake_1"), cancellationToken: Cancellation));
        await Should.ThrowAsync<BillingValidationException>(() => client.CreateAsync(Ada with { Email = "ada" }, cancellationToken: Cancellation));

        client.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_ready_made_failure_says_which_call_it_ended()
    {
        using FakeCustomerClient client = new();
        await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Cancellation);
        FakeCall call = client.Calls[0];

        BillingException[] failures =
        [
            call.NotAuthenticated(), call.NotFound(), call.Conflict("fake_1"), call.RateLimited(), call.ProviderFailure(500), call.NoConnection(),
            call.TimedOut(TimeSpan.FromSeconds(1)), call.Ambiguous(),
        ];

        failures.ShouldAllBe(failure => failure.Provider == "fake" && failure.Operation == CustomerOperation.List && failure.Attempts == 1);
        failures.ShouldAllBe(failure => !failure.OutcomeUnknown);
        failures.Select(failure => failure.StatusCode).ShouldBe([401, 404, 409, 429, 500, null, null, null]);
    }
}
