using System.Net;

namespace BillingClients.Chaos.Tests;

/// <summary>Takes the look-up away: a list shows nobody.</summary>
internal sealed class BlindHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Method == HttpMethod.Get && request.RequestUri!.Query.Contains("email=", StringComparison.Ordinal)
            ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent("""{"customers":[]}""") })
            : base.SendAsync(request, cancellationToken);
}
