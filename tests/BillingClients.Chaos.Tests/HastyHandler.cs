using System.Net;

namespace BillingClients.Chaos.Tests;

/// <summary>Takes a lost answer of a create for a refusal.</summary>
internal sealed class HastyHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException && request.Method == HttpMethod.Post)
        {
            return new HttpResponseMessage(HttpStatusCode.BadRequest) { RequestMessage = request, Content = new StringContent("{}") };
        }
    }
}
