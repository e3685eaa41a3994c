using System.Net;
using System.Net.Sockets;

namespace BillingClients.Testing;

/// <summary>Opens connections for clients. A refusal is decided here, because a server that listens cannot refuse a connection.</summary>
internal sealed class SimulatorDialer(ProviderSimulator simulator) : IDisposable
{
    private readonly Lazy<ClosedPort> _closedPort = new();

    public async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        bool refused = simulator.ProviderAt(context.InitialRequestMessage.RequestUri?.AbsolutePath ?? "") is { } provider && IsRefused(provider);
        EndPoint target = refused ? _closedPort.Value.EndPoint : context.DnsEndPoint;
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_closedPort.IsValueCreated)
        {
            _closedPort.Value.Dispose();
        }
    }

    private bool IsRefused(SimulatedProvider provider)
    {
        bool scripted = provider.Refusals.TryTake();
        bool refused = scripted || provider.Distribution?.DrawRefusal() == true;
        if (refused)
        {
            simulator.Faults.Record(new InjectedFault(provider.Name, SimulatedFault.ConnectionRefused, AtRandom: !scripted, Request: null));
        }

        return refused;
    }
}
