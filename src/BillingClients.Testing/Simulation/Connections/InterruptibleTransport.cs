using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BillingClients.Testing;

/// <summary>Kestrel's socket transport with a listener that can be closed for a while and opened again on the same port.</summary>
internal sealed class InterruptibleTransport : IConnectionListenerFactory, IDisposable
{
    private readonly SocketTransportFactory _sockets;
    private Socket? _reserved;
    private InterruptibleListener? _listener;

    public InterruptibleTransport() => _sockets = new SocketTransportFactory(
        Options.Create(new SocketTransportOptions
        {
            CreateBoundListenSocket = endpoint =>
                Interlocked.Exchange(ref _reserved, null) ?? SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint),
        }),
        NullLoggerFactory.Instance);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        _listener = new InterruptibleListener(await _sockets.BindAsync(endpoint, cancellationToken).ConfigureAwait(false));
        return _listener;
    }

    /// <summary>Stops listening. A bound socket that does not listen keeps the port from anyone else, and the system refuses who dials it.</summary>
    public async Task CloseAsync()
    {
        await _listener!.CloseAsync().ConfigureAwait(false);
        _reserved = SocketTransportOptions.CreateDefaultBoundListenSocket(_listener.EndPoint);
    }

    public async Task ReopenAsync()
    {
        IConnectionListener listener = await _sockets.BindAsync(_listener!.EndPoint).ConfigureAwait(false);
        if (!_listener.TryReopen(listener))
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Gives the port back when the simulator ends while connections are refused; Kestrel disposes the listener.</summary>
    public void Dispose() => Interlocked.Exchange(ref _reserved, null)?.Dispose();
}
