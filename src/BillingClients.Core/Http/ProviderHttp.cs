using System.Diagnostics;

namespace BillingClients.Providers;

/// <summary>Makes the HTTP side of a client: no redirects, no cookies, no tracing headers, connections that rotate, and this library's handlers.</summary>
internal static class ProviderHttp
{
    // The framework's own span would hold the path, and with it a customer's external id; its headers would carry the application's baggage to the provider.
    private const DistributedContextPropagator? NoPropagation = null;

    /// <summary>The HTTP client of an account without dependency injection. Disposing it disposes its handlers.</summary>
    internal static HttpClient CreateClient(ApiKeyHeader header, ProviderOptions options)
    {
        ApiKeyHandler keyed = new(header, options.GetBaseAddress()) { InnerHandler = CreatePrimaryHandler(options) };
        HttpClient client = new(new ResponseHandler { InnerHandler = keyed }, disposeHandler: true);
        Configure(client, options);
        return client;
    }

    internal static SocketsHttpHandler CreatePrimaryHandler(ProviderOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = options.PooledConnectionLifetime,
        MaxResponseHeadersLength = options.MaxResponseHeadersKilobytes,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = NoPropagation,
    };

    /// <summary>Makes a handler that the application brought keep the rules, as far as its kind is known.</summary>
    internal static void Harden(HttpMessageHandler? handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets:
                sockets.AllowAutoRedirect = false;
                sockets.UseCookies = false;
                sockets.ActivityHeadersPropagator = NoPropagation;
                break;
            case HttpClientHandler client:
                client.AllowAutoRedirect = false;
                client.UseCookies = false;
                break;
            case DelegatingHandler delegating:
                Harden(delegating.InnerHandler);
                break;
        }
    }

    internal static void Configure(HttpClient client, ProviderOptions options)
    {
        client.BaseAddress = options.GetBaseAddress();

        // The pipeline's time limits cover the body too; this one would stop at the headers.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
