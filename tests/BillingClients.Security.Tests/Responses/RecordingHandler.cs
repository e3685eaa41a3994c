namespace BillingClients.Security.Tests.Responses;

/// <summary>Keeps what a provider answers.</summary>
internal sealed class RecordingHandler() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly List<Answer> _answers = [];

    /// <summary>The answers since this was asked for the last time.</summary>
    public IReadOnlyList<Answer> Take()
    {
        Answer[] taken = [.. _answers];
        _answers.Clear();
        return taken;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        Answer answer = new(
            (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync(cancellationToken))
        {
            // With it, a customer is as old in a replay as it was when it was recorded.
            Headers = [new("Date", response.Headers.Date!.Value.ToString("R"))],
        };
        _answers.Add(answer);
        return answer.ToMessage(request);
    }
}
