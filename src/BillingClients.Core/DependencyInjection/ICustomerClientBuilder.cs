using Microsoft.Extensions.DependencyInjection;

namespace BillingClients;

/// <summary>Adds to the registration of one client.</summary>
public interface ICustomerClientBuilder : IMiddlewareBuilder<ICustomerClientBuilder>
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// Configures the HTTP client: handlers of your own, a proxy, another primary handler. Redirects and cookies stay switched off in handlers of the
    /// framework, also inside your own delegating handlers, and tracing headers in a <see cref="SocketsHttpHandler"/>; a primary handler of your own kind
    /// must not follow redirects itself.
    /// </summary>
    /// <param name="configure">Called once, now.</param>
    ICustomerClientBuilder ConfigureHttpClient(Action<IHttpClientBuilder> configure);
}
