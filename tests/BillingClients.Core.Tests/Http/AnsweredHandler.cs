namespace BillingClients.Core.Tests.Http;

/// <summary>A handler of the application's own, outside of all others: it looks at each answer, and may put another content in its place.</summary>
internal sealed class AnsweredHandler(Func<HttpResponseMessage, Task> answered) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        await answered(response);
        return response;
    }
}
