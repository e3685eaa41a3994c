using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Errors;

/// <summary>Conflicts that the client itself finds, because it looked or compared.</summary>
public sealed class ConflictTests : IDisposable
{
    private static readonly CustomerCapabilities UniqueEmail = new() { UniqueKey = UniqueKey.Email };

    private readonly LoneCall _lone = new LoneCall(capabilities: UniqueEmail).Sent().Open();

    public void Dispose() => _lone.Dispose();

    [Fact]
    public void Another_customer_that_was_there_before_has_the_key()
    {
        BillingConflictException conflict = Final(Failures.AnotherHasTheKey(_lone.Call, "cust_1"), ConflictReason.KeyTaken);

        conflict.ExistingWasChanged.ShouldBeFalse();
        conflict.InnerException.ShouldBeSameAs(_lone.Call.LastFailure);
        conflict.Message.ShouldEndWith("Nothing was created.");
    }

    [Fact]
    public void A_create_that_would_change_another_customer_is_not_sent()
    {
        BillingConflictException conflict = Final(Failures.KeyIsTaken(_lone.Call, "cust_1"), ConflictReason.KeyTaken);

        conflict.ExistingWasChanged.ShouldBeFalse();
        conflict.StatusCode.ShouldBeNull();
        conflict.Operation.ShouldBe(CustomerOperation.Create);
        conflict.Message.ShouldContain("another customer has this Email, and a create would change that one");
    }

    [Fact]
    public void A_create_that_changed_another_customer_says_so()
    {
        BillingConflictException conflict = Final(Failures.ExistingWasChanged(_lone.Call, "cust_1"), ConflictReason.KeyTaken);

        conflict.ExistingWasChanged.ShouldBeTrue();
        conflict.InnerException.ShouldBeSameAs(_lone.Call.LastFailure);
        conflict.Message.ShouldContain("another customer had this Email already");
        conflict.Message.ShouldEndWith("Read it, and update it if it should be as it was before.");
    }

    [Theory]
    [InlineData(true, "but changed the one with the same unique key to what was sent. Read that one.")]
    [InlineData(false, "because another customer has the unique key. Nothing was created. You can try again.")]
    public void If_the_look_up_after_it_fails_too_the_message_says_what_the_create_did(bool wasChanged, string end) =>
        WriteEffect.OfLastLookUp(wasChanged ? Failures.ExistingWasChanged(_lone.Call, "cust_1") : Failures.KeyIsTaken(_lone.Call, "cust_1")).ShouldEndWith(end);

    [Fact]
    public void An_idempotency_key_that_was_used_before_is_named() =>
        Final(Failures.KeyWasUsedBefore(_lone.Call, "cust_1"), ConflictReason.IdempotencyKeyReused)
            .Message.ShouldContain("CallOptions.IdempotencyKey was used before");

    [Fact]
    public void A_key_without_a_name_is_called_the_unique_key()
    {
        using LoneCall lone = new();

        Failures.ExistingWasChanged(lone.Call, "cust_1").Message.ShouldContain("another customer had this unique key already");
    }

    [Theory]
    [InlineData(OperationKind.Get, "asked for")]
    [InlineData(OperationKind.Update, "sent")]
    public void An_answer_about_another_customer_is_unreadable(OperationKind kind, string done)
    {
        using LoneCall lone = new LoneCall(new BillingOperation("customer", kind)).Sent();

        UnreadableResponseException failure = Failures.AboutAnother(lone.Call, "Email");

        failure.Message.ShouldContain($"it is about another customer: its Email is not the one that was {done}");
        failure.Field.ShouldBe("Email");
        failure.IsTransient.ShouldBeTrue();
        failure.OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public void A_create_that_was_answered_and_is_unknown_all_the_same_does_not_speak_of_a_failure()
    {
        AmbiguousOutcomeException open = Failures.Ambiguous<Customer>(_lone.Call, failure: null, found: null);

        open.Message.ShouldBe("Own: the request to create the customer was sent and answered.");
        open.InnerException.ShouldBeNull();
        open.OutcomeUnknown.ShouldBeTrue();
    }

    private BillingConflictException Final(BillingConflictException conflict, ConflictReason reason)
    {
        conflict.IsTransient.ShouldBeFalse();
        conflict.OutcomeUnknown.ShouldBeFalse();
        conflict.Reason.ShouldBe(reason);
        conflict.ExistingId.ShouldBe("cust_1");
        conflict.Provider.ShouldBe("own");
        return Failures.OfCall(_lone.Call, conflict).ShouldBeOfType<BillingConflictException>();
    }
}
