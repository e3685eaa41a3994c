using Microsoft.Extensions.DependencyInjection;

namespace BillingClients;

/// <summary>Adds to the registration of one client.</summary>
public interface ICustomerClientBuilder
{
    /// <summary>The name the client is registered under.</summary>
    string Name { get; }

    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>Wraps the client in middleware. What is added first is called first.</summary>
    /// <param name="middleware">Makes the middleware around the inner client.</param>
    ICustomerClientBuilder Use(Func<ICustomerClient, ICustomerClient> middleware);

    /// <inheritdoc cref="Use(Func{ICustomerClient, ICustomerClient})"/>
    /// <param name="middleware">Makes the middleware around the inner client, with services of the application.</param>
    ICustomerClientBuilder Use(Func<IServiceProvider, ICustomerClient, ICustomerClient> middleware);

    /// <summary>
    /// Configures the HTTP client: handlers of your own, a proxy, another primary handler. Redirects and cookies stay switched off in handlers of the
    /// framework, also inside your own delegating handlers, and tracing headers in a <see cref="SocketsHttpHandler"/>; a primary handler of your own kind
    /// must not follow redirects itself.
    /// </summary>
    /// <param name="configure">Called once, now.</param>
    ICustomerClientBuilder ConfigureHttpClient(Action<IHttpClientBuilder> configure);
}
