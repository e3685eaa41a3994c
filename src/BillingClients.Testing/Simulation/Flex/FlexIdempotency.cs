namespace BillingClients.Testing;

/// <summary>Answers to requests that were seen before, by their <c>Idempotency-Key</c>.</summary>
internal sealed class FlexIdempotency
{
    private readonly object _gate = new();
    private readonly Dictionary<(string? ApiKey, string Method, string Path, string Key), SimulatedAnswer> _answers = [];

    /// <summary>Runs the handler; or gives the answer of the request with the same key, verb and path that succeeded before.</summary>
    public SimulatedAnswer Once(SimulatedCall call, EndpointHandler handler)
    {
        if (call.Request.Header("Idempotency-Key") is not { } key)
        {
            return handler(call);
        }

        lock (_gate)
        {
            var request = (FlexKey.Of(call), call.Request.Method, call.Request.Path, key);
            if (_answers.TryGetValue(request, out SimulatedAnswer? before))
            {
                return before;
            }

            SimulatedAnswer answer = handler(call);
            if (answer.Status is >= 200 and < 300)
            {
                _answers[request] = answer;
            }

            return answer;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _answers.Clear();
        }
    }
}
