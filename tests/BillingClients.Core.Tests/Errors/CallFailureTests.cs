using System.Text.Json;
using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;
using Polly.CircuitBreaker;

namespace BillingClients.Core.Tests.Errors;

/// <summary>What a caller gets when an attempt, or the whole call, ends without a result.</summary>
public sealed class CallFailureTests
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    [Fact]
    public void The_callers_own_cancellation_is_not_a_failure()
    {
        OperationCanceledException cancelled = new();
        using LoneCall lone = new LoneCall(callerToken: Cancelled).Open();

        Failures.OfAttempt(lone.Call, cancelled, Cancelled).ShouldBeSameAs(cancelled);
        OperationCanceledException told = Failures.OfCall(lone.Call, cancelled).ShouldBeOfType<OperationCanceledException>();
        told.CancellationToken.ShouldBe(Cancelled);
        told.InnerException.ShouldBeSameAs(cancelled);
    }

    [Fact]
    public void A_failure_that_comes_while_the_caller_cancels_is_told_as_a_failure()
    {
        using LoneCall lone = new(callerToken: Cancelled);
        BillingException failure = LoneCall.Failed(400);

        Failures.OfCall(lone.Call, failure).ShouldBeSameAs(failure);
    }

    [Fact]
    public void A_cancellation_by_the_time_limit_is_a_timeout_and_any_other_a_broken_connection()
    {
        using LoneCall lone = new();

        Failures.OfAttempt(lone.Call, new OperationCanceledException(), Cancelled).ShouldBeOfType<BillingTimeoutException>();
        Failures.OfAttempt(lone.Call, new OperationCanceledException(), CancellationToken.None).ShouldBeOfType<BillingConnectionException>();
        Failures.OfAttempt(lone.Call, new HttpRequestException(), CancellationToken.None).ShouldBeOfType<BillingConnectionException>();
        Failures.OfAttempt(lone.Call, new IOException(), CancellationToken.None).ShouldBeOfType<BillingConnectionException>();
    }

    [Fact]
    public void Text_that_cannot_be_serialised_again_makes_an_answer_unreadable_and_a_request_wrong()
    {
        JsonException broken = new();
        using LoneCall lone = new();
        Exception unanswered = Failures.OfAttempt(lone.Call, broken, CancellationToken.None);
        lone.Call.StatusCode = 200;

        Failures.OfAttempt(lone.Call, broken, CancellationToken.None).ShouldBeOfType<UnreadableResponseException>();
        unanswered.ShouldBeSameAs(broken);
    }

    [Fact]
    public void A_mistake_in_a_providers_client_leaves_a_write_open_once_it_was_sent()
    {
        NotSupportedException mistake = new();
        using LoneCall unsent = new();
        using LoneCall sent = new LoneCall().Sent();

        Failures.OfAttempt(unsent.Call, mistake, CancellationToken.None).ShouldBeSameAs(mistake);
        Failures.OfAttempt(sent.Call, mistake, CancellationToken.None).ShouldBeOfType<BillingConnectionException>().OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public void What_a_handler_throws_may_pass_if_it_is_a_limit_or_if_a_write_was_sent()
    {
        using LoneCall unsent = new();
        using LoneCall sent = new LoneCall().Sent();

        Failures.OfHandler(unsent.Call, new BrokenCircuitException()).IsTransient.ShouldBeTrue();
        Failures.OfHandler(unsent.Call, new TimeoutException()).IsTransient.ShouldBeTrue();
        Failures.OfHandler(unsent.Call, new FormatException()).IsTransient.ShouldBeFalse();
        Failures.OfHandler(sent.Call, new FormatException()).IsTransient.ShouldBeTrue();
    }

    [Fact]
    public void An_answer_that_a_handler_made_up_does_not_settle_a_lost_write()
    {
        using LoneCall lost = new LoneCall().Sent();
        using LoneCall unsent = new();
        using LoneCall answered = new();
        RequestBody body = new([]);
        answered.Call.Write.TryBegin(body);
        answered.Call.Write.Answered(body);

        IsUnknown(lost, LoneCall.Failed(429)).ShouldBeTrue();
        IsUnknown(lost, LoneCall.Failed(503, outcomeUnknown: true)).ShouldBeTrue();
        IsUnknown(unsent, LoneCall.Failed(429)).ShouldBeFalse();
        IsUnknown(answered, LoneCall.Failed(429)).ShouldBeFalse();
        IsUnknown(answered, LoneCall.Failed(503, outcomeUnknown: true)).ShouldBeTrue();

        static bool IsUnknown(LoneCall lone, BillingException failure) =>
            Failures.OfAttempt(lone.Call, failure, CancellationToken.None).ShouldBeOfType<BillingProviderException>().OutcomeUnknown;
    }

    [Fact]
    public void A_create_that_is_open_ends_as_one_whose_outcome_is_unknown()
    {
        using LoneCall lastIsOpen = new();
        using LoneCall earlierIsOpen = new LoneCall().Open();
        BillingException open = LoneCall.Failed(503, outcomeUnknown: true);
        BillingException refused = LoneCall.Failed(401);

        Failures.OfCall(lastIsOpen.Call, open).ShouldBeOfType<AmbiguousOutcomeException>().InnerException.ShouldBeSameAs(open);
        Failures.OfCall(earlierIsOpen.Call, refused).ShouldBeOfType<AmbiguousOutcomeException>().InnerException.ShouldBeSameAs(refused);
    }

    [Fact]
    public void A_conflict_or_an_ambiguous_outcome_is_the_last_word_about_a_create()
    {
        using LoneCall lone = new LoneCall().Open();
        BillingConflictException conflict = new("Taken.", new BillingErrorDetails { Provider = "own" });
        AmbiguousOutcomeException ambiguous = Failures.Ambiguous<Customer>(lone.Call, failure: null, found: null);

        Failures.OfCall(lone.Call, conflict).ShouldBeSameAs(conflict);
        conflict.OutcomeUnknown.ShouldBeFalse();
        Failures.OfCall(lone.Call, ambiguous).ShouldBeSameAs(ambiguous);
    }

    [Fact]
    public void A_conflict_that_leaves_the_outcome_unknown_is_not()
    {
        using LoneCall lone = new LoneCall().Open();
        BillingConflictException conflict = new("In progress.", new BillingErrorDetails { Provider = "own", OutcomeUnknown = true });

        Failures.OfCall(lone.Call, conflict).ShouldBeOfType<AmbiguousOutcomeException>();
    }

    [Fact]
    public void An_update_that_is_refused_after_an_open_attempt_may_have_been_done_before()
    {
        using LoneCall lone = new LoneCall(CustomerOperation.Update).Open();

        BillingException told = Failures.OfCall(lone.Call, LoneCall.Failed(401)).ShouldBeOfType<BillingProviderException>();

        told.OutcomeUnknown.ShouldBeTrue();
        told.Message.ShouldEndWith("It is unknown whether an earlier attempt changed the customer. Read the customer, then decide whether to update it again.");
    }

    [Fact]
    public void An_update_whose_last_attempt_is_open_may_have_been_done()
    {
        using LoneCall lone = new LoneCall(CustomerOperation.Update).Open();

        BillingException told = Failures.OfCall(lone.Call, LoneCall.Failed(503, outcomeUnknown: true)).ShouldBeOfType<BillingProviderException>();

        told.OutcomeUnknown.ShouldBeTrue();
        told.Message.ShouldEndWith("It is unknown whether the customer was changed. Read the customer, then decide whether to update it again.");
    }

    [Fact]
    public void An_update_that_is_refused_at_once_was_not_done()
    {
        using LoneCall lone = new(CustomerOperation.Update);
        lone.Call.BeginAttempt();

        BillingException told = Failures.OfCall(lone.Call, LoneCall.Failed(401)).ShouldBeOfType<BillingProviderException>();

        told.OutcomeUnknown.ShouldBeFalse();
        told.Attempts.ShouldBe(1);
        told.Message.ShouldEndWith("Nothing was changed.");
    }

    [Fact]
    public void If_something_else_ends_the_call_the_failure_of_the_open_attempt_is_told()
    {
        ObjectDisposedException disposed = new("client");
        using LoneCall notOpen = new();
        notOpen.Call.EndAttempt(LoneCall.Failed(429));
        using LoneCall open = new LoneCall().Open();
        open.Call.EndAttempt(failure: null);

        Failures.OfCall(notOpen.Call, disposed).ShouldBeSameAs(disposed);
        Failures.OfCall(open.Call, disposed).ShouldBeOfType<AmbiguousOutcomeException>().StatusCode.ShouldBe(503);
    }

    [Fact]
    public void Trying_again_is_advised_if_the_failure_may_pass()
    {
        using LoneCall lone = new();

        Failures.OfCall(lone.Call, LoneCall.Failed(429, isTransient: true)).Message.ShouldEndWith("Nothing was created. You can try again.");
        Failures.OfCall(lone.Call, LoneCall.Failed(400)).Message.ShouldEndWith("Nothing was created.");
    }

    [Fact]
    public void A_refusal_before_sending_says_that_nothing_was_sent()
    {
        using LoneCall lone = new();

        Failures.OfCall(lone.Call, Refusal.Request(lone.Call.Provider, CustomerOperation.Create, "Email", "is not an address.")).Message
            .ShouldBe("Own: Email is not an address. Nothing was sent.");
    }

    [Theory]
    [InlineData(true, Support.Native, " To send it again, use the same IdempotencyKey.")]
    [InlineData(true, Support.Unknown, "")]
    [InlineData(false, Support.Native, "")]
    public void The_idempotency_key_is_advised_if_there_is_one_and_the_provider_is_known_to_honour_it(bool takesKey, Support support, string advice)
    {
        using LoneCall lone = new LoneCall(capabilities: new CustomerCapabilities { IdempotencyKeys = support }, takesIdempotencyKey: takesKey).Open();

        AmbiguousOutcomeException open = Failures.OfCall(lone.Call, LoneCall.Failed(503)).ShouldBeOfType<AmbiguousOutcomeException>();

        open.IdempotencyKey.ShouldBe(lone.Call.IdempotencyKey);
        open.Message.ShouldEndWith($"Look for the customer in Own's dashboard before you create it again.{advice}");
    }

    [Theory]
    [InlineData(true, "A customer was found that was created after the call began, but its fields differ from what was sent.")]
    [InlineData(false, "A customer that may be the one was found, but it may have existed before the call.")]
    public void A_customer_that_was_found_is_told_with_what_is_known_about_it(bool isAgeKnown, string clue)
    {
        using LoneCall lone = new LoneCall().Open();
        Customer found = new() { Provider = "own", Id = "cust_1" };

        BillingException open = (BillingException)Failures.OfCall(lone.Call, Failures.Ambiguous(lone.Call, lone.Call.LastFailure, found, isAgeKnown));

        open.ShouldBeOfType<AmbiguousOutcomeException>().Found.ShouldBeSameAs(found);
        open.OutcomeUnknown.ShouldBeTrue();
        open.Message.ShouldContain(clue);
        open.Message.ShouldContain("failed after it was sent; the inner exception says why.");
    }
}
