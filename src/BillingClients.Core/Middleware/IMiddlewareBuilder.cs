namespace BillingClients;

/// <summary>
/// Wraps a client in middleware. <see cref="ICustomerClientBuilder"/> does it for a registered client, <see cref="CustomerClientBuilder"/> for any other.
/// </summary>
/// <typeparam name="TBuilder">The builder itself, which each method returns. Extension methods for both kinds of clients take it as their parameter.</typeparam>
public interface IMiddlewareBuilder<out TBuilder>
    where TBuilder : IMiddlewareBuilder<TBuilder>
{
    /// <summary>The client's name: the one that it is registered under; otherwise that of its provider.</summary>
    string Name { get; }

    /// <summary>Wraps the client in middleware. What is added first is called first.</summary>
    /// <param name="middleware">Makes the middleware around the inner client.</param>
    TBuilder Use(Func<ICustomerClient, ICustomerClient> middleware);

    /// <inheritdoc cref="Use(Func{ICustomerClient, ICustomerClient})"/>
    /// <param name="middleware">Makes the middleware around the inner client, with services of the application.</param>
    TBuilder Use(Func<IServiceProvider, ICustomerClient, ICustomerClient> middleware);
}
