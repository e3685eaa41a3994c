using System.Diagnostics;

namespace BillingClients.Providers;

/// <summary>
/// Creates the <see cref="HttpClient"/> of an account: no redirects, no cookies, no tracing headers, connections with a limited lifetime, and this library's
/// handlers.
/// </summary>
internal static class ProviderHttp
{
    // The framework's own span would contain the path, and the path may contain a customer's external id. Its headers would send the application's baggage to
    // the provider.
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
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = options.PooledConnectionLifetime,
        MaxResponseHeadersLength = options.MaxResponseHeadersKilobytes,
        EnableMultipleHttp2Connections = true,
        ActivityHeadersPropagator = NoPropagation,
    };

    /// <summary>Applies the same rules to a handler of the application, if its type is known.</summary>
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

        // What an application sets for all of its HTTP clients, a key for instance, is not for the provider. What it sets for this client comes later.
        client.DefaultRequestHeaders.Clear();

        // The pipeline's time limits include the body; this one ends with the headers.
        client.Timeout = Timeout.InfiniteTimeSpan;
    }
}
