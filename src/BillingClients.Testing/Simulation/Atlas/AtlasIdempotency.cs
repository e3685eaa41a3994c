namespace BillingClients.Testing;

/// <summary>The creates of the last 24 hours by their idempotency key. By the documentation only: the server's source does not look at the key.</summary>
internal sealed class AtlasIdempotency(TimeProvider timeProvider)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly object _gate = new();
    private readonly Dictionary<string, Done> _done = new(StringComparer.Ordinal);

    /// <summary>Runs a create once for its key: again, it is the first answer; with another body, <paramref name="refuse"/>. Failures are not kept.</summary>
    public SimulatedAnswer Once(SimulatedCall call, Func<SimulatedCall, SimulatedAnswer> create, Func<SimulatedCall, SimulatedAnswer> refuse)
    {
        if (call.Request.Header("Idempotency-Key") is not { Length: > 0 } key)
        {
            return create(call);
        }

        lock (_gate)
        {
            DateTimeOffset now = timeProvider.GetUtcNow();
            if (_done.TryGetValue(key, out Done? done) && now - done.At < Kept)
            {
                return done.Body == call.Request.BodyText ? done.Answer : refuse(call);
            }

            SimulatedAnswer answer = create(call);
            if (answer.Status is >= 200 and < 300)
            {
                _done[key] = new Done(call.Request.BodyText, answer, now);
            }

            return answer;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _done.Clear();
        }
    }

    private sealed record Done(string Body, SimulatedAnswer Answer, DateTimeOffset At);
}
