namespace BillingClients.Providers;

/// <summary>
/// The customers that an account has created lately. A customer that existed before a call is recognised by its age; these are too young for that. Safe for
/// concurrent use.
/// </summary>
/// <param name="account">The account.</param>
/// <param name="comparer">How ids are compared.</param>
internal sealed class RecentCreates(ProviderAccount account, StringComparer comparer)
{
    // About 3 MB. A provider that takes a hundred creates a second takes 9,000 within the default time limit and tolerance.
    private const int Most = 20_000;

    private readonly object _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _ids = new(comparer);
    private readonly Queue<(string Id, string? ExternalId, DateTimeOffset CreatedAt)> _inOrder = new();

    private long _longestCallTicks;

    /// <summary>A create begins. Until its time is up, the customers that other creates make are remembered.</summary>
    internal void Begin(TimeSpan timeLimit)
    {
        long longest = Volatile.Read(ref _longestCallTicks);
        while (timeLimit.Ticks > longest)
        {
            long seen = Interlocked.CompareExchange(ref _longestCallTicks, timeLimit.Ticks, longest);
            longest = seen == longest ? timeLimit.Ticks : seen;
        }
    }

    internal bool Contains(string id)
    {
        DateTimeOffset now = account.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            Forget(now);
            return _ids.ContainsKey(id);
        }
    }

    internal bool ContainsExternalId(string externalId)
    {
        DateTimeOffset now = account.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            Forget(now);
            return _inOrder.Any(create => create.ExternalId == externalId);
        }
    }

    /// <summary>Adds a customer. False if it is there already: an earlier create of this account has made it.</summary>
    internal bool TryAdd(string id, string? externalId = null)
    {
        DateTimeOffset now = account.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            Forget(now);
            if (_ids.ContainsKey(id))
            {
                return false;
            }

            Add(id, externalId, now);
            return true;
        }
    }

    /// <summary>Adds something, or remembers it from now on for as long as if it had not been there.</summary>
    internal void Renew(string id)
    {
        DateTimeOffset now = account.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            Forget(now);
            Add(id, externalId: null, now);
        }
    }

    private void Add(string id, string? externalId, DateTimeOffset now)
    {
        if (_inOrder.Count == Most)
        {
            ForgetOldest();
        }

        _ids[id] = now;
        _inOrder.Enqueue((id, externalId, now));
    }

    private void Forget(DateTimeOffset now)
    {
        while (_inOrder.TryPeek(out (string Id, string? ExternalId, DateTimeOffset CreatedAt) oldest) && IsOldEnough(now - oldest.CreatedAt))
        {
            ForgetOldest();
        }
    }

    private void ForgetOldest()
    {
        (string id, _, DateTimeOffset createdAt) = _inOrder.Dequeue();
        if (_ids.TryGetValue(id, out DateTimeOffset latest) && latest == createdAt)
        {
            _ids.Remove(id);
        }
    }

    // A call that began before the customer was created may still be running. Each call may have a time limit of its own.
    private bool IsOldEnough(TimeSpan age) => age - TimeSpan.FromTicks(Volatile.Read(ref _longestCallTicks)) > account.Settings.AgeTolerance;
}
