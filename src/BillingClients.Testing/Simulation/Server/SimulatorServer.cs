using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BillingClients.Testing;

/// <summary>Kestrel without a host around it: nothing to build, so it starts in milliseconds.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private readonly InterruptibleTransport _transport = new();
    private readonly OpenConnections _connections = new();
    private readonly SimulatorApplication _application;
    private readonly KestrelServer _server;
    private int _refusing;

    public SimulatorServer(ProviderSimulator simulator, ProviderSimulatorOptions options)
    {
        _application = new SimulatorApplication(simulator, options);
        _server = new KestrelServer(Options.Create(Configure(options.Port)), _transport, NullLoggerFactory.Instance);
    }

    /// <summary>Listens, and returns the port.</summary>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(_application, cancellationToken).ConfigureAwait(false);
        string address = _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new Uri(address).Port;
    }

    /// <summary>Closes the port and resets what is connected.</summary>
    /// <exception cref="InvalidOperationException">It does so already.</exception>
    public async Task RefuseConnectionsAsync()
    {
        if (Interlocked.Exchange(ref _refusing, 1) == 1)
        {
            throw new InvalidOperationException("Connections are refused already; dispose the first refusal before asking for another.");
        }

        await _transport.CloseAsync().ConfigureAwait(false);
        _connections.ResetAll();
    }

    public async Task AcceptConnectionsAsync()
    {
        await _transport.ReopenAsync().ConfigureAwait(false);
        Volatile.Write(ref _refusing, 0);
    }

    public async ValueTask DisposeAsync()
    {
        // A cancelled token: requests under way are aborted, not waited for.
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _server.Dispose();
        _transport.Dispose();
    }

    private KestrelServerOptions Configure(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ResponseHeaderEncodingSelector = static _ => Encoding.Latin1 };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxRequestLineSize = 64 * 1024;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(_connections.Track);
        });
        return options;
    }
}
