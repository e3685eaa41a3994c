using System.Net;

namespace BillingClients.Chaos.Tests;

/// <summary>Takes the look-up away: whatever is read is not found.</summary>
internal sealed class BlindHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Get
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request, Content = new StringContent("{}") })
            : base.SendAsync(request, cancellationToken);
}
