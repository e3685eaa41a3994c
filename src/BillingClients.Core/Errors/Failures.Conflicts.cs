namespace BillingClients.Providers;

/// <content>A create that meets a customer who was there before.</content>
internal static partial class Failures
{
    /// <summary>A look-up after an open attempt has found who has the unique key: somebody who was there before.</summary>
    internal static BillingConflictException AnotherHasTheKey(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName}: another {call.Operation.Resource} has the same unique key, and was created before this call."
            + $" {call.NextStep.AfterTakenKey(isKnown: true)}",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId,
        call.LastFailure)
    {
        Reason = ConflictReason.KeyTaken,
    };

    /// <summary>A look-up before the create has found who has the key; the create was not sent.</summary>
    internal static BillingConflictException KeyIsTaken(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName}: another {call.Operation.Resource} has this {UniqueKeyOf(call)}, and a create would change that one. Update it (see"
            + " ExistingId), or call GetOrCreateAsync.",
        new BillingErrorDetails { Provider = call.Provider.Name, Client = call.ClientName, Operation = call.Operation },
        existingId)
    {
        Reason = ConflictReason.KeyTaken,
    };

    /// <summary>The provider has changed an existing resource instead of creating one.</summary>
    internal static BillingConflictException ExistingWasChanged(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName}: another {call.Operation.Resource} had this {UniqueKeyOf(call)} already (see ExistingId).",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId,
        call.LastFailure)
    {
        Reason = ConflictReason.KeyTaken,
        ExistingWasChanged = true,
    };

    /// <summary>The caller's idempotency key was used before: the provider answered with what was created then.</summary>
    internal static BillingConflictException KeyWasUsedBefore(ProviderCall call, string existingId) => new(
        $"{call.Provider.DisplayName}: CallOptions.IdempotencyKey was used before, for another {call.Operation.Resource} (see ExistingId). Use a new key for each"
            + $" {call.Operation.Resource}.",
        Details(call, isTransient: false, outcomeUnknown: false),
        existingId)
    {
        Reason = ConflictReason.IdempotencyKeyReused,
    };

    private static string UniqueKeyOf(ProviderCall call) =>
        call.Provider.Capabilities.UniqueKey is var key && key != UniqueKey.None ? key.ToString() : "unique key";
}
