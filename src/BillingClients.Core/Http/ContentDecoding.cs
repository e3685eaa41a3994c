using System.IO.Compression;
using System.Net.Http.Headers;

namespace BillingClients.Providers;

/// <summary>
/// Decompresses bodies that the server compressed although nobody asked for it. If the application switched on decompression, its handler has removed the
/// header.
/// </summary>
internal static class ContentDecoding
{
    private const string None = "identity";

    // The low four bits of the first byte of a zlib stream are its method, which is always 8.
    private const int ZlibMethodMask = 0x0F;
    private const int ZlibMethod = 8;

    /// <summary>The value of <c>Content-Encoding</c>; null if there is none, or if it is <c>identity</c>.</summary>
    internal static string? NameOf(HttpContent content)
    {
        HttpHeadersNonValidated headers = content.Headers.NonValidated;
        return headers.TryGetValues("Content-Encoding", out HeaderStringValues values) && values.ToString() is { Length: > 0 } name && !Is(name, None)
            ? name
            : null;
    }

    /// <summary>The decompressed body; null if the encoding is unknown. Two encodings at once are unknown, too.</summary>
    internal static async ValueTask<Stream?> OpenAsync(Stream body, string name, CancellationToken cancellationToken) =>
        Is(name, "gzip") || Is(name, "x-gzip") ? new GZipStream(body, CompressionMode.Decompress)
        : Is(name, "br") ? new BrotliStream(body, CompressionMode.Decompress)
        : Is(name, "deflate") ? await OpenDeflateAsync(body, cancellationToken).ConfigureAwait(false)
        : null;

    // "deflate" means the zlib format, but some servers send deflate data without the zlib header.
    private static async ValueTask<Stream> OpenDeflateAsync(Stream body, CancellationToken cancellationToken)
    {
        byte[] first = new byte[1];
        int read = await body.ReadAsync(first, cancellationToken).ConfigureAwait(false);
        RewoundStream whole = new(first.AsMemory(0, read), body);
        return (first[0] & ZlibMethodMask) == ZlibMethod
            ? new ZLibStream(whole, CompressionMode.Decompress)
            : new DeflateStream(whole, CompressionMode.Decompress);
    }

    private static bool Is(string name, string encoding) => string.Equals(name.Trim(), encoding, StringComparison.OrdinalIgnoreCase);
}
