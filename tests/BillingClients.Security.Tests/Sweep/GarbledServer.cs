using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>A server that answers every request with the same bytes, be they HTTP or not, and closes the connection.</summary>
public sealed class GarbledServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly Task _running;

    /// <summary>Starts it.</summary>
    public GarbledServer(string answer)
    {
        _answer = Encoding.UTF8.GetBytes(answer);
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _running;
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using TcpClient connection = await _listener.AcceptTcpClientAsync();
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or InvalidOperationException)
        {
            // It was disposed.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        byte[] request = new byte[16 * 1024];
        try
        {
            await stream.ReadAtLeastAsync(request, 1);
            await stream.WriteAsync(_answer);
        }
        catch (IOException)
        {
            // The client has gone.
        }
    }
}
