namespace BillingClients.Testing;

/// <summary>Where stalled requests wait: until they are released, or their client goes away.</summary>
internal sealed class StallGate
{
    private readonly object _gate = new();
    private readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];
    private TaskCompletionSource _release = NewSource();
    private int _waiting;

    public int Waiting => Volatile.Read(ref _waiting);

    public async Task WaitAsync(CancellationToken clientGone)
    {
        Task release;
        lock (_gate)
        {
            release = _release.Task;
            _waiting++;
            _watchers.FindAll(watcher => watcher.Count <= _waiting).ForEach(watcher => watcher.Reached.TrySetResult());
            _watchers.RemoveAll(watcher => watcher.Count <= _waiting);
        }

        try
        {
            await release.WaitAsync(clientGone).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _waiting--;
            }
        }
    }

    public Task WhenWaitingAsync(int count, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_waiting >= count)
            {
                return Task.CompletedTask;
            }

            TaskCompletionSource reached = NewSource();
            _watchers.Add((count, reached));
            return reached.Task.WaitAsync(cancellationToken);
        }
    }

    public void Release()
    {
        lock (_gate)
        {
            _release.SetResult();
            _release = NewSource();
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
