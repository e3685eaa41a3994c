namespace BillingClients.Testing;

/// <summary>The answers to writes that succeeded, by API key, verb, path and <c>Idempotency-Key</c>. Refusals are not kept.</summary>
internal sealed class IdempotencyStore(TimeProvider timeProvider)
{
    private readonly object _gate = new();
    private readonly Dictionary<(string? Authorization, string Method, string Path, string Key), Done> _done = [];

    /// <summary>Whether keys are looked at now.</summary>
    public required Func<bool> IsOn { get; init; }

    /// <summary>How long an answer is kept; without end by default.</summary>
    public TimeSpan KeptFor { get; init; } = TimeSpan.MaxValue;

    /// <summary>The answer to a key that comes again with another body; null to give the first answer, whatever the body.</summary>
    public Func<SimulatedCall, SimulatedAnswer>? RefuseOtherBody { get; init; }

    /// <summary>A handler that runs once for each key: a repeat gets the first answer and changes nothing.</summary>
    public Func<SimulatedCall, SimulatedAnswer> Once(Func<SimulatedCall, SimulatedAnswer> handler) =>
        call => IsOn() && call.Request.Header("Idempotency-Key") is { Length: > 0 } key ? AnswerOnce(call, key, handler) : handler(call);

    public void Clear()
    {
        lock (_gate)
        {
            _done.Clear();
        }
    }

    private SimulatedAnswer AnswerOnce(SimulatedCall call, string key, Func<SimulatedCall, SimulatedAnswer> handler)
    {
        JournalEntry request = call.Request;
        var place = (request.Header("Authorization"), request.Method, request.Path, key);
        lock (_gate)
        {
            DateTimeOffset now = timeProvider.GetUtcNow();
            if (_done.TryGetValue(place, out Done? done) && now - done.At < KeptFor)
            {
                return RefuseOtherBody is null || done.Body == request.BodyText ? done.Answer : RefuseOtherBody(call);
            }

            SimulatedAnswer answer = handler(call);
            if (answer.Status is >= 200 and < 300)
            {
                _done[place] = new Done(request.BodyText, answer, now);
            }

            return answer;
        }
    }

    private sealed record Done(string Body, SimulatedAnswer Answer, DateTimeOffset At);
}
