using System.Net;

namespace BillingClients.Chaos;

/// <summary>
/// A handler that an application added to its HTTP clients. It fails at times: it throws before or after it sends a request, sends it twice, or returns an
/// answer of its own.
/// </summary>
/// <param name="rate">The share of requests with which it fails.</param>
/// <param name="seed">The seed of the random failures.</param>
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
