using System.Net;
using System.Net.Sockets;

namespace BillingClients.Testing;

/// <summary>A loopback port that is bound, so that nobody else can use it, and not listened on: the system refuses every connection to it.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        EndPoint = _socket.LocalEndPoint!;
    }

    public EndPoint EndPoint { get; }

    public void Dispose() => _socket.Dispose();
}
