using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BillingClients.Testing;

/// <summary>Kestrel without a host around it, so that it starts in milliseconds.</summary>
internal sealed class SimulatorServer : IAsyncDisposable
{
    private readonly SimulatorApplication _application;
    private readonly KestrelServer _server;

    public SimulatorServer(ProviderSimulator simulator, ProviderSimulatorOptions options)
    {
        _application = new SimulatorApplication(simulator, options);
        var sockets = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(Configure(options.Port)), sockets, NullLoggerFactory.Instance);
    }

    /// <summary>Listens, and returns the port.</summary>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        await _server.StartAsync(_application, cancellationToken).ConfigureAwait(false);
        string address = _server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return new Uri(address).Port;
    }

    public async ValueTask DisposeAsync()
    {
        // A cancelled token: requests under way are aborted, not waited for.
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _server.Dispose();
    }

    private static KestrelServerOptions Configure(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, ResponseHeaderEncodingSelector = static _ => Encoding.Latin1 };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MaxRequestLineSize = 64 * 1024;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, static listen => listen.Protocols = HttpProtocols.Http1);
        return options;
    }
}
