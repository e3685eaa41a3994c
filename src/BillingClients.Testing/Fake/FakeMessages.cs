using System.Globalization;
using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>Messages like those of real clients: what failed, what it means, how often it was tried, whether a write took effect. A test compares them. Pure.</summary>
internal static class FakeMessages
{
    /// <summary>The whole message.</summary>
    /// <param name="call">The call.</param>
    /// <param name="details">What is known of the failure.</param>
    /// <param name="meaning">What the failure means, as the end of a sentence.</param>
    public static string Of(FakeCall call, BillingErrorDetails details, string meaning)
    {
        string http = details.StatusCode is { } status ? string.Create(CultureInfo.InvariantCulture, $" (HTTP {status})") : "";
        return $"{call.Provider.DisplayName}: the request to {Action(call.Operation)} failed{http}: {meaning}{Tries(call, details)}{Effect(call.Operation, details)}";
    }

    public static string ExistingWasChanged(FakeCall call)
    {
        string resource = call.Operation.Resource;
        return $"{call.Provider.DisplayName}: another {resource} had this {call.Provider.Capabilities.UniqueKey} already (see ExistingId). No {resource} was created,"
            + " but that one was changed to what was sent. Read it, and update it if it should be as it was before.";
    }

    public static string Ambiguous(FakeCall call, Customer? found)
    {
        string resource = call.Operation.Resource;
        string clue = found is null
            ? call.NextStep.AfterUnknownCreate()
            : $"A {resource} was found that was created after the call began, but its fields differ from what was sent. Read Found before you create it again.";
        string key = call.Options?.IdempotencyKey is null || call.Provider.Capabilities.IdempotencyKeys == Support.Unknown
            ? ""
            : " To send it again, use the same IdempotencyKey.";
        return $"{call.Provider.DisplayName}: the request to {Action(call.Operation)} was sent, and its answer was lost."
            + $" It is unknown whether the {resource} was created. {clue}{key}";
    }

    public static string Conflict(FakeCall call, ConflictReason reason, bool isExistingKnown)
    {
        string resource = call.Operation.Resource;
        return reason switch
        {
            ConflictReason.KeyTaken => $"another {resource} has the same unique key. {call.NextStep.AfterTakenKey(isExistingKnown)}",
            ConflictReason.IdempotencyKeyReused => "the idempotency key was used before for another request. Use a new one.",
            ConflictReason.ConcurrentChange => $"somebody else changed the {resource} at the same time. Read it and try again.",
            _ => $"it conflicts with what is stored. {call.NextStep.AfterConflict(isExistingKnown)}",
        };
    }

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string Tries(FakeCall call, BillingErrorDetails details)
    {
        if (!details.IsTransient)
        {
            return "";
        }

        string support = $"ask {call.Provider.DisplayName}'s support.";
        string advice = (IsRead(call.Operation), details.StatusCode >= 500) switch
        {
            (true, true) => $" You can try again later; if it persists, {support}",
            (true, false) => " You can try again later.",
            (false, true) => $" If it persists, {support}",
            _ => "",
        };
        return $" It was tried once.{advice}";
    }

    private static string Effect(BillingOperation operation, BillingErrorDetails details) => details.OutcomeUnknown switch
    {
        _ when IsRead(operation) => "",
        true => $" It is unknown whether the {operation.Resource} was {Done(operation)}. Read the {operation.Resource}, then decide whether to {Verb(operation)} it again.",
        false => $" Nothing was {Done(operation)}.{(details.IsTransient ? " You can try again." : "")}",
    };

    private static bool IsRead(BillingOperation operation) => operation.Kind is OperationKind.Get or OperationKind.List;

    private static string Action(BillingOperation operation) =>
        operation.Kind == OperationKind.List ? $"list {operation.Resource}s" : $"{Verb(operation)} the {operation.Resource}";

    private static string Verb(BillingOperation operation) => operation.Kind switch
    {
        OperationKind.Create => "create",
        OperationKind.Update => "update",
        OperationKind.Delete => "delete",
        _ => "read",
    };

    private static string Done(BillingOperation operation) => operation.Kind switch
    {
        OperationKind.Create => "created",
        OperationKind.Delete => "deleted",
        _ => "changed",
    };
}
