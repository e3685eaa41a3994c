namespace BillingClients.Chaos.Tests;

/// <summary>Sends another idempotency key with each attempt.</summary>
internal sealed class ForgetfulHandler : DelegatingHandler
{
    private const string Header = "Idempotency-Key";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Remove(Header))
        {
            request.Headers.Add(Header, Guid.NewGuid().ToString());
        }

        return base.SendAsync(request, cancellationToken);
    }
}
