using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BillingClients.Testing;

internal static class ConnectionReset
{
    /// <summary>Closes the socket under a connection with no time to linger, which the other side sees as a reset.</summary>
    public static void Of(IFeatureCollection features) => features.Get<IConnectionSocketFeature>()?.Socket.Close(0);
}
