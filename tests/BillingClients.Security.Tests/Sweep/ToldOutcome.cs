namespace BillingClients.Security.Tests.Sweep;

/// <summary>What a call must report if a gateway or a proxy answered in the provider's place: such an answer says nothing about a customer.</summary>
internal static class ToldOutcome
{
    /// <summary>
    /// Asserts that the call failed, that its exception is not "not found" or a conflict, and that it says correctly whether a write may have taken effect.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What it threw.</param>
    /// <param name="isOpen">Whether a write was sent whose effect is not known.</param>
    /// <param name="what">What a failing test calls it.</param>
    public static void ShouldSayNothingAboutACustomer(SweptCall call, Exception? failure, bool isOpen, string what)
    {
        what = $"{call.Name}, {what}: {failure?.Message}";
        BillingException told = (failure as BillingException).ShouldNotBeNull(what);
        told.ShouldNotBeOfType<BillingNotFoundException>(what);
        told.ShouldNotBeOfType<BillingConflictException>(what);
        told.OutcomeUnknown.ShouldBe(isOpen, what);
        (told is AmbiguousOutcomeException).ShouldBe(isOpen && call.Kind == OperationKind.Create, what);
    }
}
