using System.Net;

namespace BillingClients.Chaos.Tests;

/// <summary>Takes the error of a gateway that did not wait for the answer to a create for a refusal.</summary>
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
