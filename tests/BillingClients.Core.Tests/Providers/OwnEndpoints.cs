using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>The endpoints of a provider whose verbs and paths are the usual ones.</summary>
internal static class OwnEndpoints
{
    internal static CustomerEndpoints All { get; } = new()
    {
        Create = new("POST", "/customers"),
        Get = new("GET", "/customers/{id}"),
        Update = new("PATCH", "/customers/{id}"),
        Delete = new("DELETE", "/customers/{id}"),
        List = new("GET", "/customers"),
    };
}
