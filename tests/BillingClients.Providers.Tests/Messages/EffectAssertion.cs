namespace BillingClients.Providers.Tests.Messages;

/// <summary>What the message of a failed write must say.</summary>
internal static class EffectAssertion
{
    private const string Unknown = "It is unknown whether";

    /// <summary>The message says that nothing happened, or that this is unknown and what to do, as <see cref="BillingException.OutcomeUnknown"/> has it.</summary>
    internal static void ShouldTellItsEffect(this BillingException failure)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(failure.Message);
        string message = failure.Message;
        string done = Done(failure.Operation!.Kind);
        message.Contains(Unknown, StringComparison.Ordinal).ShouldBe(failure.OutcomeUnknown, message);
        message.Contains($"Nothing was {done}.", StringComparison.Ordinal).ShouldBe(!failure.OutcomeUnknown, message);
        message.Contains("You can try again.", StringComparison.Ordinal).ShouldBe(failure is { OutcomeUnknown: false, IsTransient: true }, message);
        message.ShouldNotContain($"did not {failure.Operation.Kind}", Case.Insensitive);
        if (failure.OutcomeUnknown)
        {
            message.ShouldContain(failure is AmbiguousOutcomeException ? "before you create it again." : "Read the customer, then decide whether to ");
        }
    }

    private static string Done(OperationKind kind) => kind switch
    {
        OperationKind.Create => "created",
        OperationKind.Update => "changed",
        _ => "deleted",
    };
}
