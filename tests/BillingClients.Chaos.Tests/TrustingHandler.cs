using System.Net;
using System.Text;

namespace BillingClients.Chaos.Tests;

/// <summary>Turns the 404 page of a gateway into Atlas's own "not found", as a client does that trusts every 404.</summary>
internal sealed class TrustingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            response.Content = new StringContent(
                """{"error":{"type":"invalid_request_error","code":"not_found","message":"Customer not found"}}""", Encoding.UTF8, "application/json");
        }

        return response;
    }
}
