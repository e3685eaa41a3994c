namespace BillingClients.Providers;

/// <summary>The client below all middleware, as the container owns it: it is disposed whether or not the middleware passes its own disposal on.</summary>
internal sealed class ProviderClient(ICustomerClient client) : IDisposable
{
    internal ICustomerClient Client => client;

    /// <inheritdoc/>
    public void Dispose() => (client as IDisposable)?.Dispose();
}
