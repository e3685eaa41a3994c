using System.Net;
using System.Net.Sockets;

namespace BillingClients.Testing;

/// <summary>
/// Opens connections for clients. Faults of connections happen here, because a server that listens cannot refuse a connection.
/// </summary>
internal sealed class SimulatorDialer(ProviderSimulator simulator) : IDisposable
{
    private readonly Lazy<ClosedPort> _closedPort = new();

    public async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        string path = context.InitialRequestMessage.RequestUri?.AbsolutePath ?? "";
        FaultKind? fault = simulator.ProviderAt(path) is { } provider ? TakeFault(provider)?.Kind : null;
        if (fault == FaultKind.ConnectionStalled)
        {
            await simulator.Faults.Stalls.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        EndPoint target = fault == FaultKind.ConnectionRefused ? _closedPort.Value.EndPoint : context.DnsEndPoint;
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

    private SimulatedFault? TakeFault(SimulatedProvider provider)
    {
        bool isScripted = provider.ConnectionFaults.TryDequeue(out SimulatedFault? fault);
        fault ??= provider.Distribution?.DrawForConnection();
        if (fault is not null)
        {
            simulator.Faults.Record(new InjectedFault(provider.Name, fault, AtRandom: !isScripted, Request: null) { Account = provider.AccountName });
        }

        return fault;
    }
}
