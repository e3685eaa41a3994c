namespace BillingClients.Testing;

/// <summary>Counts the requests of the current span of a rate limit. Safe for concurrent use.</summary>
internal sealed class RateWindow(SimulatedRateLimit limit, TimeProvider timeProvider)
{
    private readonly object _gate = new();
    private DateTimeOffset _end = DateTimeOffset.MinValue;
    private int _taken;

    public SimulatedRateLimit Limit => limit;

    /// <summary>How many more requests are let through, and when the span ends.</summary>
    public (int Remaining, DateTimeOffset End) State
    {
        get
        {
            lock (_gate)
            {
                return (limit.Requests - _taken, _end);
            }
        }
    }

    /// <summary>Counts a request. Null lets it through; otherwise it is how long the client has to wait.</summary>
    public TimeSpan? Take()
    {
        lock (_gate)
        {
            DateTimeOffset now = timeProvider.GetUtcNow();
            if (now >= _end)
            {
                _end = now + limit.Per;
                _taken = 0;
            }

            if (_taken == limit.Requests)
            {
                return _end - now;
            }

            _taken++;
            return null;
        }
    }
}
