using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers;

/// <inheritdoc cref="ICustomerClientBuilder"/>
internal sealed class CustomerClientBuilder(string name, IServiceCollection services, IHttpClientBuilder httpClient) : ICustomerClientBuilder
{
    private readonly List<Func<IServiceProvider, ICustomerClient, ICustomerClient>> _middleware = [];

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IServiceCollection Services => services;

    /// <inheritdoc/>
    public ICustomerClientBuilder Use(Func<ICustomerClient, ICustomerClient> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        return Use((_, inner) => middleware(inner));
    }

    /// <inheritdoc/>
    public ICustomerClientBuilder Use(Func<IServiceProvider, ICustomerClient, ICustomerClient> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
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

    internal ICustomerClient Wrap(IServiceProvider provider, ICustomerClient client) =>
        Enumerable.Reverse(_middleware).Aggregate(client, (inner, middleware) => middleware(provider, inner));
}
