namespace BillingClients.Security.Tests.Responses;

/// <summary>Answers from a script, in order; the last answer is repeated.</summary>
/// <remarks>
/// It stands where the sockets are. Nothing in it waits, so that tens of thousands of answers take seconds, and a call stays on its thread, where bytes can be
/// counted.
/// </remarks>
internal sealed class ReplayHandler : HttpMessageHandler
{
    private IReadOnlyList<Answer> _script = [];
    private readonly List<HttpRequestMessage> _requests = [];
    private int _next;

    /// <summary>The requests since the script was given.</summary>
    public IReadOnlyList<HttpRequestMessage> Requests => _requests;

    public void Play(IReadOnlyList<Answer> script)
    {
        _script = script;
        _next = 0;
        _requests.Clear();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Add(request);
        return Task.FromResult(_script[Math.Min(_next++, _script.Count - 1)].ToMessage(request));
    }
}
