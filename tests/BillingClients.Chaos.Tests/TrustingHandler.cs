using System.Net;
using System.Text;

namespace BillingClients.Chaos.Tests;

/// <summary>Takes the "not found" of a gateway for Atlas's own.</summary>
internal sealed class TrustingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            response.Content = new StringContent("""{"error":{"type":"invalid_request_error","code":"not_found","message":"Customer not found"}}""", Encoding.UTF8, "application/json");
        }

        return response;
    }
}
