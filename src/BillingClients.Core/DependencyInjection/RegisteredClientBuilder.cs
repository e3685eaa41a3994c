using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers;

/// <inheritdoc cref="ICustomerClientBuilder"/>
internal sealed class RegisteredClientBuilder(string name, IServiceCollection services, IHttpClientBuilder httpClient) : ICustomerClientBuilder
{
    private readonly MiddlewareList _middleware = new(name);

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IServiceCollection Services => services;

    /// <inheritdoc/>
    public ICustomerClientBuilder Use(Func<ICustomerClient, ICustomerClient> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <inheritdoc/>
    public ICustomerClientBuilder Use(Func<IServiceProvider, ICustomerClient, ICustomerClient> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <inheritdoc/>
    public ICustomerClientBuilder ConfigureHttpClient(Action<IHttpClientBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(httpClient);
        return this;
    }

    internal ICustomerClient Wrap(IServiceProvider provider, ICustomerClient client) => _middleware.Wrap(provider, client);
}
