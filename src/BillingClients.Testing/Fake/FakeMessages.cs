using System.Globalization;

namespace BillingClients.Testing;

/// <summary>Messages like those of real clients: what failed, what it means, whether a write took effect. A test compares them. Pure.</summary>
internal static class FakeMessages
{
    /// <summary>The whole message.</summary>
    /// <param name="call">The call.</param>
    /// <param name="status">The HTTP status; null for no answer.</param>
    /// <param name="meaning">What the failure means, as the end of a sentence.</param>
    /// <param name="isTransient">Whether the same call may succeed later.</param>
    /// <param name="outcomeUnknown">Whether a write may have taken effect.</param>
    public static string Of(FakeCall call, int? status, string meaning, bool isTransient = false, bool outcomeUnknown = false)
    {
        string http = status is null ? "" : string.Create(CultureInfo.InvariantCulture, $" (HTTP {status})");
        return $"{call.Provider.DisplayName}: the request to {Action(call)} failed{http}: {meaning}{Effect(call, isTransient, outcomeUnknown)}";
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
            ? $"Look for the {resource} before you create it again."
            : $"A {resource} was found that was created after the call began, but its fields differ from what was sent. Read Found before you create it again.";
        string key = call.Options?.IdempotencyKey is null || call.Provider.Capabilities.IdempotencyKeys == Support.Unknown
            ? ""
            : " To send it again, use the same IdempotencyKey.";
        return $"{call.Provider.DisplayName}: the request to {Action(call)} was sent, and its answer was lost. It is unknown whether the {resource} was created. {clue}{key}";
    }

    public static string Conflict(FakeCall call, ConflictReason reason)
    {
        string resource = call.Operation.Resource;
        return reason switch
        {
            ConflictReason.KeyTaken when call.Operation.Kind == OperationKind.Create =>
                $"another {resource} has the same unique key. Read it, or call GetOrCreateAsync.",
            ConflictReason.KeyTaken => $"another {resource} has the same unique key. Use another one, or change that {resource} first.",
            ConflictReason.IdempotencyKeyReused => "the idempotency key was used before for another request. Use a new one.",
            ConflictReason.ConcurrentChange => $"somebody else changed the {resource} at the same time. Read it and try again.",
            _ => "it conflicts with what is stored; see ProviderMessage.",
        };
    }

    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    private static string Effect(FakeCall call, bool isTransient, bool outcomeUnknown)
    {
        BillingOperation operation = call.Operation;
        return (operation.Kind, outcomeUnknown) switch
        {
            (OperationKind.Get or OperationKind.List, _) => "",
            (_, true) => $" It is unknown whether the {operation.Resource} was {Done(operation)}. Read the {operation.Resource}, then decide whether to"
                + $" {Verb(operation)} it again.",
            _ => $" Nothing was {Done(operation)}.{(isTransient ? " You can try again." : "")}",
        };
    }

    private static string Action(FakeCall call) =>
        call.Operation.Kind == OperationKind.List ? $"list {call.Operation.Resource}s" : $"{Verb(call.Operation)} the {call.Operation.Resource}";

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
