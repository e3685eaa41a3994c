using BillingClients.Providers;

namespace BillingClients;

/// <summary>Wraps a client without dependency injection in middleware: <c>client.AsBuilder().UseLogging().Build()</c>.</summary>
/// <remarks>Not safe for concurrent use; the client that it builds is.</remarks>
public sealed class CustomerClientBuilder : IMiddlewareBuilder<CustomerClientBuilder>
{
    private readonly ICustomerClient _client;
    private readonly MiddlewareList _middleware;

    internal CustomerClientBuilder(ICustomerClient client)
    {
        _client = client;
        Name = ClientName.Of(client);
        _middleware = new MiddlewareList(Name);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public CustomerClientBuilder Use(Func<ICustomerClient, ICustomerClient> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <inheritdoc/>
    public CustomerClientBuilder Use(Func<IServiceProvider, ICustomerClient, ICustomerClient> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Makes the client with its middleware. Disposing it disposes the client inside.</summary>
    /// <param name="services">Services for middleware that needs some; null for none.</param>
    /// <exception cref="InvalidOperationException">A middleware needs a service that is not there, or returned null.</exception>
    public ICustomerClient Build(IServiceProvider? services = null) => _middleware.Wrap(services ?? NoServices.Instance, _client);

    private sealed class NoServices : IServiceProvider
    {
        internal static readonly NoServices Instance = new();

        public object? GetService(Type serviceType) => null;
    }
}
