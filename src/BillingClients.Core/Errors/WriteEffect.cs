namespace BillingClients.Providers;

/// <summary>How the message of a failed write ends: whether the write took effect, and what to do. Decided here for all failures. Pure.</summary>
internal static class WriteEffect
{
    /// <summary>A request was refused before it was sent.</summary>
    internal const string NothingSent = "Nothing was sent.";

    /// <summary>The effect of a call that failed; null for a read.</summary>
    /// <param name="call">The call.</param>
    /// <param name="failure">What the caller gets. Its <see cref="BillingException.OutcomeUnknown"/> is about the whole call.</param>
    /// <param name="isOfEarlierAttempt">Whether the last attempt had no effect, but an earlier one may have had one.</param>
    internal static string? Of(ProviderCall call, BillingException failure, bool isOfEarlierAttempt) => failure switch
    {
        _ when call.Operation.IsRead => failure.Effect,
        AmbiguousOutcomeException open => UnknownCreate(call, open),
        { OutcomeUnknown: true } => Unknown(call.Operation, isOfEarlierAttempt),
        BillingConflictException { ExistingWasChanged: true } =>
            $"No {call.Operation.Resource} was created, but that one was changed to what was sent. Read it, and update it if it should be as it was before.",
        _ => failure.Effect ?? $"Nothing was {call.Operation.Done}.{Again(failure)}",
    };

    /// <summary>The effect of a get-or-create whose look-up failed.</summary>
    /// <param name="failure">The failure of the look-up.</param>
    internal static string OfFirstLookUp(BillingException failure) =>
        $"GetOrCreateAsync looks for the customer before it creates one, so nothing was created.{(failure.Tries is null ? Again(failure) : "")}";

    /// <summary>The effect of a get-or-create whose create was refused, and whose look-up after it failed.</summary>
    /// <param name="conflict">The refusal.</param>
    internal static string OfLastLookUp(BillingConflictException conflict) => conflict.ExistingWasChanged
        ? "The create before this look-up created no customer, but changed the one with the same unique key to what was sent. Read that one."
        : "The create before this look-up was refused, because another customer has the unique key. Nothing was created. You can try again.";

    private static string Unknown(BillingOperation operation, bool isOfEarlierAttempt)
    {
        if (operation.IsOwn)
        {
            return "It is unknown whether it took effect. Read what it changes before you send it again.";
        }

        string what = isOfEarlierAttempt ? $"an earlier attempt {operation.Done} the {operation.Resource}" : $"the {operation.Resource} was {operation.Done}";
        return $"It is unknown whether {what}. Read the {operation.Resource}, then decide whether to {operation.KindName} it again.";
    }

    private static string UnknownCreate(ProviderCall call, AmbiguousOutcomeException open)
    {
        string resource = call.Operation.Resource;
        string clue = open.Found is null
            ? call.NextStep.AfterUnknownCreate()
            : !open.IsAgeKnown ? $"A {resource} that may be the one was found, but it may have existed before the call. Read Found before you create it again."
            : $"A {resource} was found that was created after the call began, but its fields differ from what was sent. Read Found before you create it again.";
        string key = open.IdempotencyKey is null || call.Provider.Capabilities.IdempotencyKeys == Support.Unknown ? "" : " To send it again, use the same IdempotencyKey.";
        return $"It is unknown whether the {resource} was created. {clue}{key}";
    }

    private static string Again(BillingException failure) => failure.IsTransient ? " You can try again." : "";
}
