namespace BillingClients.Providers;

/// <summary>
/// What to do about a customer that a create met or may have made: where to look for it, and whether <see cref="CustomerClientExtensions.GetOrCreateAsync"/>
/// helps. Decided here for all messages, from the provider's capabilities. Pure.
/// </summary>
/// <param name="Provider">The provider.</param>
/// <param name="Operation">What failed.</param>
/// <param name="LacksUniqueKey">Whether a create was sent without the key that the provider keeps unique.</param>
// The testing package has this file, too: a fake's messages are the same.
internal readonly record struct NextStep(ProviderDescriptor Provider, BillingOperation Operation, bool LacksUniqueKey)
{
    // Without a unique key, a lost create that arrives late would make a second one.
    private bool CanGetOrCreate => !LacksUniqueKey && Provider.Capabilities is not { Get.ByExternalId: Support.Unsupported, Filters.Email: Support.Unsupported };

    private string OrGetOrCreate => CanGetOrCreate ? ", or call GetOrCreateAsync" : "";

    private string Where => Provider.Capabilities switch
    {
        { Get.ByExternalId: not Support.Unsupported } => "with FindAsync(CustomerKey.FromExternalId(...))",
        { Filters.Email: not Support.Unsupported } when !LacksUniqueKey => "with ListAsync and its filter Email",
        _ => $"in {Provider.DisplayName}'s dashboard",
    };

    /// <summary>After a create whose outcome is unknown; one or two sentences.</summary>
    internal string AfterUnknownCreate() =>
        $"Look for the {Operation.Resource} {Where} before you create it again.{(CanGetOrCreate ? " Or call GetOrCreateAsync, which does both." : "")}";

    /// <summary>After a refusal because another resource has the unique key; a sentence.</summary>
    /// <param name="isKnown">Whether the id of that resource is known.</param>
    internal string AfterTakenKey(bool isKnown) => Operation.Kind == OperationKind.Create
        ? $"{(isKnown ? "Read it (see ExistingId)" : $"Look for it {Where}")}{OrGetOrCreate}."
        : $"Use another one, or change that {Operation.Resource} first.";

    /// <summary>After a conflict of another or an unknown kind.</summary>
    /// <inheritdoc cref="AfterTakenKey"/>
    internal string AfterConflict(bool isKnown) => Operation.Kind == OperationKind.Create
        ? $"See ProviderMessage for what to change. If the {Operation.Resource} exists already,"
            + $" {(isKnown ? "read it (see ExistingId)" : $"look for it {Where}")}{OrGetOrCreate}."
        : "See ProviderMessage for what has to change first.";
}
