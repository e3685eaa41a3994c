namespace BillingClients.Providers;

/// <summary>Judges whether something stored is what a create of unknown outcome made. Pure.</summary>
internal static class CreateRecovery
{
    /// <summary>What the create made; null when nothing was found and sending again is allowed.</summary>
    /// <exception cref="BillingConflictException">The unique key belongs to something that is older than the call.</exception>
    /// <exception cref="AmbiguousOutcomeException">What was found does not settle it.</exception>
    internal static T? Judge<T>(ProviderCall call, IReadOnlyList<T> found, CreateRecoveryMode mode, Func<T, IReadOnlyList<string>> differences)
        where T : class, IStoredResource<T>
    {
        bool isUnique = mode != CreateRecoveryMode.LookUpOnly;
        if (isUnique && found.Count == 0)
        {
            return null;
        }

        if (isUnique && found.Count == 1 && IsOlder(call, found[0]))
        {
            throw Failures.OlderResource(call, found[0].Id);
        }

        // Without a unique key, older ones have nothing to do with this create.
        T[] candidates = [.. found.Where(stored => isUnique || !IsOlder(call, stored))];
        return candidates.Length == 1 && candidates[0].CreatedAt is not null && differences(candidates[0]).Count == 0
            ? candidates[0].With(call.ToResponseInfo())
            : throw Failures.Ambiguous(call, call.LastFailure, isUnique || candidates.Length == 1 ? candidates[0] : null);
    }

    private static bool IsOlder<T>(ProviderCall call, T stored)
        where T : class, IStoredResource<T> => stored.CreatedAt < call.StartedAt - call.Settings.ClockTolerance;
}

/// <summary>What <see cref="CreateRecovery"/> needs to know of something that a provider stores.</summary>
internal interface IStoredResource<out TSelf>
{
    /// <summary>The provider's id.</summary>
    string Id { get; }

    /// <summary>When it was created, by the provider's clock; null where that is not known.</summary>
    DateTimeOffset? CreatedAt { get; }

    /// <summary>The same, with the answer that brought it.</summary>
    TSelf With(ResponseInfo response);
}
