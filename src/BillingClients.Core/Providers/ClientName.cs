namespace BillingClients.Providers;

/// <summary>The name of any client, also of one that does not know its own.</summary>
internal static class ClientName
{
    /// <summary>The name that the client is registered under; otherwise that of its provider.</summary>
    internal static string Of(ICustomerClient client) => client.GetService<INamedClient>()?.Name ?? client.Provider.Name;
}
