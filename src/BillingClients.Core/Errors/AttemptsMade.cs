namespace BillingClients.Providers;

/// <summary>What the message of a failure that may pass says about its attempts, and whom to ask if it does not pass. Pure.</summary>
internal static class AttemptsMade
{
    /// <summary>One or two sentences; null if the number of attempts does not matter.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What the caller gets.</param>
    internal static string? Of(ProviderCall call, BillingException failure) => failure switch
    {
        // Its message says what is wrong with the answer, and what to do about it.
        UnreadableResponseException => null,
        AmbiguousOutcomeException { InnerException: not null } => Times(call),
        { IsTransient: true } => Times(call) + Advice(call, failure),
        _ when IsProvidersFault(failure) => Times(call) + Advice(call, failure),
        _ => null,
    };

    private static string Times(ProviderCall call) => $"It was tried {(call.Attempts == 1 ? "once" : $"{call.Attempts} times")}.";

    // Whether a write may be sent again depends on its effect, which the message says at its end.
    private static string Advice(ProviderCall call, BillingException failure) => (call.Operation.IsRead && failure.IsTransient, IsProvidersFault(failure)) switch
    {
        (true, true) => $" You can try again later; if it persists, {AskSupport(call, failure)}",
        (true, false) => " You can try again later.",
        (false, true) => $" If it persists, {AskSupport(call, failure)}",
        (false, false) => "",
    };

    private static string AskSupport(ProviderCall call, BillingException failure) =>
        $"ask {call.Provider.DisplayName}'s support{(failure.RequestId is null ? "" : ", with the request id")}.";

    private static bool IsProvidersFault(BillingException failure) => failure is BillingProviderException { StatusCode: >= 500 };
}
