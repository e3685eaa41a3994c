using System.Net;
using System.Net.Sockets;

namespace BillingClients.Testing;

/// <summary>A loopback port that is taken, so nobody else can answer there, but not listened on: whoever dials it is refused by the system.</summary>
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
