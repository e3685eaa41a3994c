using System.Net;

namespace BillingClients.Chaos;

/// <summary>A handler that an application added to its HTTP clients, and that fails at times: before a request is sent, after it, or by what it returns.</summary>
/// <param name="rate">The share of requests with which it fails.</param>
/// <param name="seed">What that is drawn from.</param>
internal sealed class ApplicationHandler(double rate, int seed) : DelegatingHandler
{
    private readonly object _gate = new();
    private readonly Random _random = new(seed);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int failure = Draw();
        if (failure == 0)
        {
            throw new InvalidOperationException("The handler failed before it sent the request.");
        }

        if (failure == 1)
        {
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request, Content = new StringContent("The circuit is open.") };
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        return failure switch
        {
            2 => throw new InvalidOperationException("The handler failed after it sent the request."),
            3 => throw new TaskCanceledException("The handler gave up after it sent the request."),
            4 => await base.SendAsync(request, cancellationToken),
            5 => null!,
            _ => response,
        };
    }

    // HttpClient's handlers may run at the same time.
    private int Draw()
    {
        lock (_gate)
        {
            return _random.NextDouble() < rate ? _random.Next(6) : -1;
        }
    }
}
