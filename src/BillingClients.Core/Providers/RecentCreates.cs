namespace BillingClients.Providers;

/// <summary>
/// The customers that an account has created lately. A customer is recognised by its age as one that existed before a call; these are too young for that.
/// Safe for concurrent use.
/// </summary>
internal sealed class RecentCreates(ProviderAccount account)
{
    // About 3 MB. A provider that takes a hundred creates a second takes 9,000 within the default time limit and tolerance.
    private const int Most = 20_000;

    private readonly object _gate = new();
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset CreatedAt)> _inOrder = new();

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
        lock (_gate)
        {
            return _ids.Contains(id);
        }
    }

    /// <summary>Adds a customer. False if it is there already: an earlier create of this account has made it.</summary>
    internal bool TryAdd(string id)
    {
        DateTimeOffset now = account.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            while (_inOrder.TryPeek(out (string Id, DateTimeOffset CreatedAt) oldest) && (_inOrder.Count >= Most || IsOldEnough(now - oldest.CreatedAt)))
            {
                _ids.Remove(_inOrder.Dequeue().Id);
            }

            if (!_ids.Add(id))
            {
                return false;
            }

            _inOrder.Enqueue((id, now));
            return true;
        }
    }

    // A call that began before the customer was created may still be running. Each call may have a time limit of its own.
    private bool IsOldEnough(TimeSpan age) => age - TimeSpan.FromTicks(Volatile.Read(ref _longestCallTicks)) > account.Settings.AgeTolerance;
}
