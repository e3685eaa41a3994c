namespace BillingClients.Providers;

/// <summary>
/// What the creates of an account did lately: the customers that they made, and the unique keys of those whose outcome stayed unknown. A customer that existed
/// before a call is recognised by its age; these are too young for that. Safe for concurrent use.
/// </summary>
internal sealed class RecentCreates
{
    private readonly ProviderAccount _account;
    private readonly RecentTexts _ids;
    private readonly RecentTexts _externalIds;
    private readonly RecentTexts _openKeys;

    private long _longestCallTicks;

    /// <summary>Remembers the creates of an account.</summary>
    internal RecentCreates(ProviderAccount account)
    {
        _account = account;
        _ids = new RecentTexts(account.TimeProvider, IsOldEnough, StringComparer.Ordinal);
        _externalIds = new RecentTexts(account.TimeProvider, IsOldEnough, StringComparer.Ordinal);

        // Not every provider documents whether its keys are case-sensitive.
        _openKeys = new RecentTexts(account.TimeProvider, IsOldEnough, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A create begins. Until its time is up, what other creates do is remembered.</summary>
    internal void Begin(TimeSpan timeLimit)
    {
        long longest = Volatile.Read(ref _longestCallTicks);
        while (timeLimit.Ticks > longest)
        {
            long seen = Interlocked.CompareExchange(ref _longestCallTicks, timeLimit.Ticks, longest);
            longest = seen == longest ? timeLimit.Ticks : seen;
        }
    }

    /// <summary>Adds a customer. False if it is there already: an earlier create of this account has made it.</summary>
    /// <param name="id">The provider's id.</param>
    /// <param name="externalId">The external id; null if nobody will ask for it.</param>
    internal bool TryAdd(string id, string? externalId)
    {
        if (externalId is not null)
        {
            _externalIds.Add(externalId);
        }

        return _ids.TryAdd(id);
    }

    internal bool Contains(string id) => _ids.Contains(id);

    internal bool ContainsExternalId(string externalId) => _externalIds.Contains(externalId);

    /// <summary>A create of a customer with this unique key ends, and its outcome stays unknown.</summary>
    internal void LeaveOpen(string uniqueKey) => _openKeys.Add(uniqueKey);

    internal bool IsOpen(string uniqueKey) => _openKeys.Contains(uniqueKey);

    // A call that began before the customer was created may still be running. Each call may have a time limit of its own.
    private bool IsOldEnough(TimeSpan age) => age - TimeSpan.FromTicks(Volatile.Read(ref _longestCallTicks)) > _account.Settings.AgeTolerance;
}
