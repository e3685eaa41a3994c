using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;

namespace BillingClients.Testing;

/// <summary>The connections that are open, idle ones included.</summary>
internal sealed class OpenConnections
{
    private readonly ConcurrentDictionary<ConnectionContext, bool> _connections = new();

    /// <summary>A connection middleware.</summary>
    public ConnectionDelegate Track(ConnectionDelegate next) => async connection =>
    {
        _connections[connection] = true;
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            _connections.TryRemove(connection, out _);
        }
    };

    public void ResetAll()
    {
        foreach (ConnectionContext connection in _connections.Keys)
        {
            ConnectionReset.Of(connection.Features);
            connection.Abort();
        }
    }
}
