namespace BillingClients.Providers;

/// <summary>A create's place in the queue of its key.</summary>
internal sealed class CreateTurn(CreateTurns turns, CreateQueue queue, bool looksFirst) : IDisposable
{
    /// <summary>Whether it has come. Before that, the create sends nothing.</summary>
    internal bool HasCome { get; private set; }

    internal string Key => queue.Key;

    /// <summary>Whether the client looks who has the key before it creates.</summary>
    internal bool LooksFirst => looksFirst;

    /// <summary>Waits until the creates before this one have ended. Returns at once if they have.</summary>
    internal async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        if (!HasCome)
        {
            await queue.WaitAsync(cancellationToken).ConfigureAwait(false);
            HasCome = true;
        }
    }

    public void Dispose()
    {
        if (HasCome)
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
