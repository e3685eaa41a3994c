using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace BillingClients.Security.Tests.Fixtures;

/// <summary>A server that writes the bytes it is told, which no HTTP server would, and counts who comes. One request a connection.</summary>
internal sealed class LiteralServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Stream, CancellationToken, Task> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;
    private int _connections;
    private int _requests;

    /// <param name="answer">Writes the answer to a request that has been read; the connection is closed afterwards.</param>
    /// <param name="certificate">For https; null for http.</param>
    public LiteralServer(Func<Stream, CancellationToken, Task> answer, X509Certificate2? certificate = null)
        : this((_, stream, token) => answer(stream, token), certificate)
    {
    }

    /// <param name="answer">Gets the request as text, a character a byte, and writes the answer.</param>
    /// <param name="certificate">For https; null for http.</param>
    public LiteralServer(Func<string, Stream, CancellationToken, Task> answer, X509Certificate2? certificate = null)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        Address = new Uri($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/v1");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public int Connections => Volatile.Read(ref _connections);

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>A server that must not be contacted.</summary>
    public static LiteralServer Unwanted() => new(static (_, _) => Task.CompletedTask);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> serving = [];
        try
        {
            while (true)
            {
                TcpClient client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                serving.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using Stream stream = await OpenAsync(client.GetStream());
                string request = await ReadRequestAsync(stream);
                Interlocked.Increment(ref _requests);
                await _answer(request, stream, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // The client has had enough, or the test is over.
            }
        }
    }

    private async Task<Stream> OpenAsync(Stream stream)
    {
        if (_certificate is null)
        {
            return stream;
        }

        SslStream secured = new(stream);
        await secured.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return secured;
    }

    private async Task<string> ReadRequestAsync(Stream stream)
    {
        byte[] buffer = new byte[4096];
        string request = "";
        while (!IsWhole(request))
        {
            int read = await stream.ReadAsync(buffer, _stop.Token);
            request = read > 0 ? request + Encoding.Latin1.GetString(buffer, 0, read) : throw new EndOfStreamException();
        }

        return request;
    }

    private static bool IsWhole(string request)
    {
        const string EndOfHead = "\r\n\r\n";
        const string ContentLength = "content-length:";
        int head = request.IndexOf(EndOfHead, StringComparison.Ordinal);
        if (head < 0)
        {
            return false;
        }

        string? length = request[..head].Split("\r\n").FirstOrDefault(static line => line.StartsWith(ContentLength, StringComparison.OrdinalIgnoreCase));
        int body = length is null ? 0 : int.Parse(length[ContentLength.Length..], System.Globalization.CultureInfo.InvariantCulture);
        return request.Length >= head + EndOfHead.Length + body;
    }
}
