namespace BillingClients.Providers.Tests.All;

/// <summary>A connection through a proxy that writes its own <c>Date</c>, from a wrong clock.</summary>
internal sealed class WrongDateHandler(TimeSpan isAhead) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
        answer.Headers.Date = TimeProvider.System.GetUtcNow() + isAhead;
        return answer;
    }
}
