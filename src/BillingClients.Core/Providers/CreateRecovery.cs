namespace BillingClients.Providers;

/// <summary>Decides whether a stored resource is the result of a create whose outcome is unknown. Pure.</summary>
internal static class CreateRecovery
{
    /// <summary>The created resource; null when nothing was found that the create may have made.</summary>
    /// <param name="call">The call.</param>
    /// <param name="found">What was found; not one that has the unique key and was there before.</param>
    /// <param name="isUnique">Whether what was found has the unique key that was sent.</param>
    /// <param name="differences">The fields of a stored resource that are not as sent.</param>
    /// <exception cref="AmbiguousOutcomeException">What was found does not show whether the create took effect.</exception>
    internal static T? Judge<T>(ProviderCall call, IReadOnlyList<T> found, bool isUnique, Func<T, IReadOnlyList<string>> differences)
        where T : class, IStoredResource<T>
    {
        // Without a unique key, older resources are unrelated to this create.
        T[] candidates = [.. found.Where(stored => isUnique || !call.IsOlder(stored.CreatedAt))];
        if (candidates.Length == 0)
        {
            return null;
        }

        bool isNew = call.IsNew(candidates[0].CreatedAt);
        return candidates.Length == 1 && isNew && differences(candidates[0]).Count == 0
            ? candidates[0].With(call.ToResponseInfo())
            : throw Failures.Ambiguous(call, call.LastFailure, isUnique || candidates.Length == 1 ? candidates[0] : null, isAgeKnown: isNew);
    }
}

/// <summary>What <see cref="CreateRecovery"/> needs to know about a stored resource.</summary>
internal interface IStoredResource<out TSelf>
{
    /// <summary>The provider's id.</summary>
    string Id { get; }

    /// <summary>When it was created, by the provider's clock; null if that is unknown.</summary>
    DateTimeOffset? CreatedAt { get; }

    /// <summary>A copy that names the response it came from.</summary>
    TSelf With(ResponseInfo response);
}
