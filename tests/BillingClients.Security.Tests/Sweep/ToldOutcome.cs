namespace BillingClients.Security.Tests.Sweep;

/// <summary>What a call must tell that somebody between client and provider has answered: that says nothing about a customer.</summary>
internal static class ToldOutcome
{
    /// <summary>Asserts that the call failed, does not tell about a customer, and tells rightly whether a write may have taken effect.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What it threw.</param>
    /// <param name="isOpen">Whether a write was sent whose effect is not known.</param>
    /// <param name="what">What a failing test calls it.</param>
    public static void ShouldBeOfNobody(SweptCall call, Exception? failure, bool isOpen, string what)
    {
        what = $"{call.Name}, {what}: {failure?.Message}";
        BillingException told = (failure as BillingException).ShouldNotBeNull(what);
        told.ShouldNotBeOfType<BillingNotFoundException>(what);
        told.ShouldNotBeOfType<BillingConflictException>(what);
        told.OutcomeUnknown.ShouldBe(isOpen, what);
        (told is AmbiguousOutcomeException).ShouldBe(isOpen && call.Kind == OperationKind.Create, what);
    }
}
