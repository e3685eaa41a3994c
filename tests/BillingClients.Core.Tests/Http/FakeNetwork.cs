namespace BillingClients.Core.Tests.Http;

/// <summary>A primary handler that is a function. It is not one of the framework's, so that nobody knows what it sends.</summary>
internal sealed class FakeNetwork(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer(request));
}
