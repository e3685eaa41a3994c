namespace BillingClients.Testing;

/// <summary>The time during which a <see cref="ProviderSimulator"/> refuses connections; disposing it ends that time.</summary>
public sealed class ConnectionRefusal : IAsyncDisposable
{
    private readonly Func<Task> _end;
    private int _ended;

    internal ConnectionRefusal(Func<Task> end) => _end = end;

    /// <summary>Accepts connections again, on the same port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            await _end().ConfigureAwait(false);
        }
    }
}
