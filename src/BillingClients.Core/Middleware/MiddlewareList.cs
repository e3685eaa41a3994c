namespace BillingClients.Providers;

/// <summary>The middleware of a client, outermost first.</summary>
internal sealed class MiddlewareList(string clientName)
{
    private readonly List<Func<IServiceProvider, ICustomerClient, ICustomerClient>> _middleware = [];

    internal void Add(Func<ICustomerClient, ICustomerClient> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        Add((_, inner) => middleware(inner));
    }

    internal void Add(Func<IServiceProvider, ICustomerClient, ICustomerClient> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
    }

    /// <summary>The client with all of its middleware around it.</summary>
    /// <exception cref="InvalidOperationException">A middleware returned null.</exception>
    internal ICustomerClient Wrap(IServiceProvider services, ICustomerClient client)
    {
        for (int i = _middleware.Count - 1; i >= 0; i--)
        {
            client = _middleware[i](services, client) ?? throw new InvalidOperationException(
                $"Middleware {i + 1} of {_middleware.Count} of the client '{clientName}' returned null."
                + " The function that is passed to Use must return a client: the middleware around the inner client, or the inner client itself.");
        }

        return client;
    }
}
