namespace BillingClients.Providers;

/// <summary>A create's place in the queue of its key.</summary>
internal sealed class CreateTurn(CreateTurns turns, CreateQueue queue, bool looksFirst) : IDisposable
{
    private bool _hasCome;

    /// <summary>The key that creates wait for.</summary>
    internal string Key => queue.Key;

    /// <summary>Whether the create was about to be sent, so that it may have taken effect.</summary>
    internal bool HasBegun { get; set; }

    /// <summary>Whether the client looks who has the key before it creates.</summary>
    internal bool LooksFirst => looksFirst;

    /// <summary>Waits until the creates before this one have ended. Returns at once if they have.</summary>
    internal async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (!_hasCome)
        {
            await queue.WaitAsync(cancellationToken).ConfigureAwait(false);
            _hasCome = true;
        }
    }

    public void Dispose()
    {
        if (_hasCome)
        {
            queue.Release();
        }

        turns.Leave(queue);
    }
}

/// <summary>The creates of one key.</summary>
internal sealed class CreateQueue(string key) : SemaphoreSlim(initialCount: 1, maxCount: 1)
{
    internal string Key { get; } = key;

    /// <summary>How many creates wait or run.</summary>
    internal int Length { get; set; }
}
