using BillingClients.Providers;

namespace BillingClients.Testing;

/// <summary>
/// What every call of a <see cref="FakeCustomerClient"/> runs through: the record of calls, the time limit, and the callbacks.
/// </summary>
internal sealed class FakePipeline(TimeProvider timeProvider)
{
    private readonly object _gate = new();
    private readonly List<FakeCall> _calls = [];
    private volatile bool _isDisposed;

    internal FakeCallback? OnCall { get; set; }

    internal FakeCallback? OnAnswer { get; set; }

    internal IReadOnlyList<FakeCall> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    internal async Task<T> RunAsync<T>(FakeCall call, Func<T> act, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, typeof(FakeCustomerClient));
        cancellationToken.ThrowIfCancellationRequested();
        Record(call);

        using CancellationTokenSource? timer = call.Options?.Timeout is { } limit ? new CancellationTokenSource(limit, timeProvider) : null;
        using CancellationTokenSource? either = timer is null ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timer.Token);
        CancellationToken token = either?.Token ?? cancellationToken;
        try
        {
            await RunAsync(OnCall, call, token).ConfigureAwait(false);
            T answer = act();
            await RunAsync(OnAnswer, call, token).ConfigureAwait(false);
            return answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (OperationCanceledException) when (timer is { IsCancellationRequested: true })
        {
            throw call.TimedOut(call.Options!.Timeout!.Value);
        }
    }

    internal void Dispose() => _isDisposed = true;

    private static async ValueTask RunAsync(FakeCallback? callback, FakeCall call, CancellationToken cancellationToken)
    {
        if (callback is not null)
        {
            await callback(call, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Record(FakeCall call)
    {
        lock (_gate)
        {
            _calls.Add(call);
            call.Number = _calls.Count;
        }
    }
}
