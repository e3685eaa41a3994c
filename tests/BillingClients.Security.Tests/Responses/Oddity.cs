using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace BillingClients.Security.Tests.Responses;

/// <summary>Answers in bytes that are HTTP only nearly, or that HTTP allows and few expect.</summary>
/// <param name="Name">What a failing test calls it.</param>
/// <param name="Bytes">The bytes, made of an answer that would be fine.</param>
internal sealed record Oddity(string Name, Func<Answer, byte[]> Bytes)
{
    private static readonly Oddity[] Sound =
    [
        new("as it should be", static answer => Write(answer, Length(answer.Body.Length), answer.Body)),
        new("chunks of one byte", static answer => Write(answer, "Transfer-Encoding: chunked", Chunks(answer.Body, 1))),
    ];

    private static readonly Oddity[] Encoded =
    [
        new("gzip in name only", static answer => Write(answer, $"Content-Encoding: gzip\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("gzip", static answer => Zipped(answer, GZip(answer.Body))),
        new("gzip, cut", static answer => Zipped(answer, GZip(answer.Body)[..^9])),
        new("gzip, broken", static answer => Zipped(answer, Broken(GZip(answer.Body)))),
        new("gzip that is 1,000 times larger unpacked", static answer => Zipped(answer, GZip(new byte[16 * 1024 * 1024]))),
        new("brotli in name only", static answer => Write(answer, $"Content-Encoding: br\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("deflate in name only", static answer => Write(answer, $"Content-Encoding: deflate\r\n{Length(answer.Body.Length)}", answer.Body)),
    ];

    private static readonly Oddity[] Others =
    [
        new("no length, to the end of the connection", static answer => Write(answer, "Connection: close", answer.Body)),
        new("a length that is too long", static answer => Write(answer, Length(answer.Body.Length + 10), answer.Body)),
        new("a length that is too short", static answer => Write(answer, Length(answer.Body.Length / 2), answer.Body)),
        new("a length of 8 EiB", static answer => Write(answer, Length(long.MaxValue), answer.Body)),
        new("a negative length", static answer => Write(answer, Length(-1), answer.Body)),
        new("a length that is no number", static answer => Write(answer, "Content-Length: many", answer.Body)),
        new("two lengths", static answer => Write(answer, $"{Length(answer.Body.Length)}\r\n{Length(1)}", answer.Body)),
        new("a length and chunks", static answer => Write(answer, $"{Length(3)}\r\nTransfer-Encoding: chunked", Chunks(answer.Body, 7))),
        new("chunks with extensions and trailers", static answer => Write(
            answer, "Transfer-Encoding: chunked", [.. Text($"{answer.Body.Length:x};a=b;c=\"d\"\r\n"), .. answer.Body, .. "\r\n0\r\nX-Api-Key: trailer\r\nContent-Length: 0\r\n\r\n"u8])),
        new("a chunk size that is no number", static answer => Write(answer, "Transfer-Encoding: chunked", [.. "zz\r\n"u8, .. answer.Body])),
        new("a negative chunk size", static answer => Write(answer, "Transfer-Encoding: chunked", [.. "-1\r\n"u8, .. answer.Body])),
        new("a chunk of 16 EiB", static answer => Write(answer, "Transfer-Encoding: chunked", [.. "ffffffffffffffff\r\n"u8, .. answer.Body])),
        new("a chunk larger than the address space", static answer => Write(answer, "Transfer-Encoding: chunked", [.. "fffffffffffffffffffffff\r\n"u8, .. answer.Body])),
        new("chunks without an end", static answer => Write(answer, "Transfer-Encoding: chunked", Chunks(answer.Body, 5)[..^5])),
        new("an unknown transfer encoding", static answer => Write(answer, "Transfer-Encoding: klingon", answer.Body)),
        new("a charset that nobody knows", static answer => Write(answer, $"Content-Type: application/json; charset=klingon\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("two content types", static answer => Write(answer, $"Content-Type: text/html\r\nContent-Type: application/json\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("garbage behind the body", static answer => Write(answer, Length(answer.Body.Length), [.. answer.Body, .. "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8])),
        new("a hint before the answer", static answer => [.. "HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n"u8, .. Write(answer, Length(answer.Body.Length), answer.Body)]),
        new("a body larger than the limit", static answer => Write(answer, Length(answer.Body.Length + 100_000), [.. answer.Body, .. Enumerable.Repeat((byte)' ', 100_000)])),
        new("line feeds alone", static answer => Text($"HTTP/1.1 {answer.Status} OK\n{Length(answer.Body.Length)}\n\n{Encoding.UTF8.GetString(answer.Body)}")),
        new("a header folded over two lines", static answer => Write(answer, $"X-Request-Id: a\r\n b\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("a header without a colon", static answer => Write(answer, $"nonsense\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("a header that is not ASCII", static answer => Write(answer, $"X-Request-Id: \u00e9\u0000\u0001\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("headers larger than the limit", static answer => Write(answer, $"X-Filler: {new string('x', 70 * 1024)}\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("10,000 headers", static answer => Write(answer, $"{string.Concat(Enumerable.Repeat("A: b\r\n", 10_000))}{Length(answer.Body.Length)}", answer.Body)),
        new("HTTP/1.0", static answer => Text($"HTTP/1.0 {answer.Status} OK\r\n\r\n{Encoding.UTF8.GetString(answer.Body)}")),
        new("HTTP/9.9", static answer => Text($"HTTP/9.9 {answer.Status} OK\r\n\r\n{Encoding.UTF8.GetString(answer.Body)}")),
        new("a status of four digits", static _ => Text("HTTP/1.1 2000 OK\r\nContent-Length: 0\r\n\r\n")),
        new("a reason with a terminal's escape sequence", static answer => Write(answer with { Status = 502 }, Length(answer.Body.Length), answer.Body, "\u001b[31mBad\u009b0m\u0085Gateway")),
        new("headers with a terminal's escape sequence", static answer => Write(answer, $"X-Request-Id: \u001b[31mc1\u0085c2\r\n{Length(answer.Body.Length)}", answer.Body)),
        new("a proxy that asks for a password", static answer => Write(answer with { Status = 407 }, "Proxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0", [])),
        new("a proxy's connection before the answer", static answer => [.. "HTTP/1.1 200 Connection established\r\n\r\n"u8, .. Write(answer, Length(answer.Body.Length), answer.Body)]),
        new("status 0", static _ => Text("HTTP/1.1 000 OK\r\nContent-Length: 0\r\n\r\n")),
        new("switching protocols", static _ => Text("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")),
        new("another protocol", static _ => Text("SSH-2.0-OpenSSH_9.6\r\n")),
        new("nothing", static _ => []),
        new("half of the status line", static _ => Text("HTTP/1.1 20")),
        new("the first half of the headers", static answer => Text($"HTTP/1.1 {answer.Status} OK\r\nContent-Le")),
    ];

    /// <summary>Those to try with a client that decompresses, or does not: decompression changes only what has an encoding.</summary>
    public static IEnumerable<Oddity> For(DecompressionMethods compression) => [.. Sound, .. Encoded, .. compression == DecompressionMethods.None ? Others : []];

    public override string ToString() => Name;

    private static byte[] Zipped(Answer answer, byte[] body) => Write(answer, $"Content-Encoding: gzip\r\n{Length(body.Length)}", body);

    private static byte[] Write(Answer answer, string headers, byte[] body, string reason = "Whatever") =>
        [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {reason}\r\n{headers}\r\n\r\n")), .. body];

    private static string Length(long length) => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}");

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Chunks(byte[] body, int size) =>
        [.. body.Chunk(size).SelectMany(static chunk => (byte[])[.. Text(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x}\r\n")), .. chunk, .. "\r\n"u8]), .. "0\r\n\r\n"u8];

    private static byte[] GZip(byte[] body)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    private static byte[] Broken(byte[] packed) => [.. packed[..10], .. Enumerable.Repeat((byte)0xff, 20), .. packed[30..]];
}
