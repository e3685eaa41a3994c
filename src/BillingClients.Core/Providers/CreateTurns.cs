namespace BillingClients.Providers;

/// <summary>
/// Lets creates with the same unique key run one after the other, and remembers which customers they made. For a provider whose create changes the customer
/// that has the key: no other create of this account comes between the look-up and the create. Safe for concurrent use.
/// </summary>
internal sealed class CreateTurns(ProviderAccount account)
{
    // A customer that is older than this is recognised by its age.
    private static readonly TimeSpan LongestCall = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();

    // Not every provider documents whether its keys are case-sensitive. Waiting unnecessarily does no harm.
    private readonly Dictionary<string, CreateQueue> _queues = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _madeIds = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset ForgetAt)> _made = new();

    /// <summary>How many keys have creates that wait or run.</summary>
    internal int KeysInUse
    {
        get
        {
            lock (_gate)
            {
                return _queues.Count;
            }
        }
    }

    /// <summary>Joins the queue of a key. Dispose the turn when the call ends.</summary>
    /// <param name="key">The unique key.</param>
    /// <param name="effect">What the client declares when the call begins: the options may change while it runs.</param>
    internal CreateTurn Join(string key, TakenKeyEffect effect)
    {
        lock (_gate)
        {
            if (!_queues.TryGetValue(key, out CreateQueue? queue))
            {
                _queues[key] = queue = new CreateQueue(key);
            }

            queue.Length++;
            return new CreateTurn(this, queue, looksFirst: effect != TakenKeyEffect.ChangesExisting);
        }
    }

    internal void Leave(CreateQueue queue)
    {
        lock (_gate)
        {
            if (--queue.Length == 0)
            {
                _queues.Remove(queue.Key);
            }
        }
    }

    /// <summary>Whether a create of this account has made a customer, not long ago.</summary>
    internal bool Remembers(string id)
    {
        lock (_gate)
        {
            return _madeIds.Contains(id);
        }
    }

    /// <summary>Remembers a customer that a create made. False if an earlier create of this account made it.</summary>
    internal bool TryRemember(string id)
    {
        DateTimeOffset now = account.TimeProvider.GetUtcNow();
        lock (_gate)
        {
            while (_made.TryPeek(out (string Id, DateTimeOffset ForgetAt) oldest) && oldest.ForgetAt < now)
            {
                _madeIds.Remove(_made.Dequeue().Id);
            }

            if (!_madeIds.Add(id))
            {
                return false;
            }

            _made.Enqueue((id, now + account.Settings.ClockTolerance + LongestCall));
            return true;
        }
    }
}
