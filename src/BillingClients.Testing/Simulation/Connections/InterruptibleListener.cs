using System.Net;
using Microsoft.AspNetCore.Connections;

namespace BillingClients.Testing;

/// <summary>A listener that Kestrel takes for one and the same while the socket under it comes and goes.</summary>
internal sealed class InterruptibleListener(IConnectionListener first) : IConnectionListener
{
    private readonly object _gate = new();
    private TaskCompletionSource<IConnectionListener?> _current = Opened(first);

    public EndPoint EndPoint { get; } = first.EndPoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (await Current().WaitAsync(cancellationToken).ConfigureAwait(false) is { } listener)
        {
            if (await listener.AcceptAsync(cancellationToken).ConfigureAwait(false) is { } connection)
            {
                return connection;
            }
        }

        return null;
    }

    public async Task CloseAsync()
    {
        IConnectionListener? listener = await Current().ConfigureAwait(false);
        lock (_gate)
        {
            _current = new TaskCompletionSource<IConnectionListener?>(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (listener is not null)
        {
            await listener.UnbindAsync().ConfigureAwait(false);
            await listener.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Accepts from another listener; false when accepting has ended for good.</summary>
    public bool TryReopen(IConnectionListener listener)
    {
        lock (_gate)
        {
            return _current.TrySetResult(listener);
        }
    }

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        if (End() is { } listener)
        {
            await listener.UnbindAsync(cancellationToken).ConfigureAwait(false);
            await listener.DisposeAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => UnbindAsync();

    private static TaskCompletionSource<IConnectionListener?> Opened(IConnectionListener? listener)
    {
        var source = new TaskCompletionSource<IConnectionListener?>(TaskCreationOptions.RunContinuationsAsynchronously);
        source.SetResult(listener);
        return source;
    }

    private Task<IConnectionListener?> Current()
    {
        lock (_gate)
        {
            return _current.Task;
        }
    }

    /// <summary>Ends accepting for good, and returns the listener that is still open.</summary>
    private IConnectionListener? End()
    {
        lock (_gate)
        {
            IConnectionListener? listener = _current.Task.IsCompletedSuccessfully ? _current.Task.Result : null;
            _current.TrySetResult(null);
            _current = Opened(null);
            return listener;
        }
    }
}
