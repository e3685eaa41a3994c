namespace BillingClients.Providers;

/// <summary>
/// Lets creates with the same unique key run one after the other. For a provider whose create changes the customer that has the key: no other create of this
/// account comes between the look-up and the create. Safe for concurrent use.
/// </summary>
internal sealed class CreateTurns
{
    private readonly object _gate = new();

    // Not every provider documents whether its keys are case-sensitive. Waiting unnecessarily does no harm.
    private readonly Dictionary<string, CreateQueue> _queues = new(StringComparer.OrdinalIgnoreCase);

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
}
