using System.Net;

namespace BillingClients.Chaos.Tests;

/// <summary>Turns the 502 of a gateway in answer to a create into a 400, as a client does that takes a lost answer for a refusal.</summary>
internal sealed class HastyHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadGateway && request.Method == HttpMethod.Post)
        {
            response.StatusCode = HttpStatusCode.BadRequest;
        }

        return response;
    }
}
