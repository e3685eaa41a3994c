namespace BillingClients.Providers;

/// <summary>
/// What to do about a customer that a create met or may have made: where to look for it, and whether <see cref="CustomerClientExtensions.GetOrCreateAsync"/>
/// helps. Decided here for all messages, from the provider's capabilities. Pure.
/// </summary>
internal static class NextStep
{
    /// <summary>After a create whose outcome is unknown; one or two sentences.</summary>
    internal static string AfterUnknownCreate(ProviderCall call) =>
        $"Look for the {call.Operation.Resource} {Where(call)} before you create it again.{(CanGetOrCreate(call) ? " Or call GetOrCreateAsync, which does both." : "")}";

    /// <summary>After a refusal because another resource has the unique key; a sentence.</summary>
    /// <param name="call">The call.</param>
    /// <param name="isKnown">Whether the id of that resource is known.</param>
    internal static string AfterTakenKey(ProviderCall call, bool isKnown) => call.Operation.Kind == OperationKind.Create
        ? $"{(isKnown ? "Read it (see ExistingId)" : $"Look for it {Where(call)}")}{OrGetOrCreate(call)}."
        : $"Use another one, or change that {call.Operation.Resource} first.";

    /// <summary>After a conflict of another or an unknown kind.</summary>
    /// <inheritdoc cref="AfterTakenKey"/>
    internal static string AfterConflict(ProviderCall call, bool isKnown) => call.Operation.Kind == OperationKind.Create
        ? $"See ProviderMessage for what to change. If the {call.Operation.Resource} exists already,"
            + $" {(isKnown ? "read it (see ExistingId)" : $"look for it {Where(call)}")}{OrGetOrCreate(call)}."
        : "See ProviderMessage for what has to change first.";

    private static string Where(ProviderCall call) => call.Provider.Capabilities switch
    {
        { Get.ByExternalId: not Support.Unsupported } => "with FindAsync(CustomerKey.FromExternalId(...))",
        { Filters.Email: not Support.Unsupported } when !call.LacksUniqueKey => "with ListAsync and its filter Email",
        _ => $"in {call.Provider.DisplayName}'s dashboard",
    };

    private static string OrGetOrCreate(ProviderCall call) => CanGetOrCreate(call) ? ", or call GetOrCreateAsync" : "";

    // Without a unique key, a lost create that arrives late would make a second one.
    private static bool CanGetOrCreate(ProviderCall call) =>
        !call.LacksUniqueKey && call.Provider.Capabilities is not { Get.ByExternalId: Support.Unsupported, Filters.Email: Support.Unsupported };
}
