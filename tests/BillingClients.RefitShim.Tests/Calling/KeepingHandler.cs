namespace BillingClients.RefitShim.Tests.Calling;

/// <summary>Keeps the messages of a call, so that a test can see whether they were disposed.</summary>
internal sealed class KeepingHandler : DelegatingHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public HttpResponseMessage? Response { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Request = request;
        return Response = await base.SendAsync(request, cancellationToken);
    }
}
