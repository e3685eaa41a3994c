using System.Buffers;
using System.Net;

namespace BillingClients.Providers;

/// <summary>A body that was read, in a pooled buffer that goes back when the response is disposed.</summary>
internal sealed class BufferedContent : HttpContent
{
    private const int FirstBuffer = 2048;

    private byte[] _buffer;
    private readonly int _length;
    private bool _skipsCopies;

    private BufferedContent(byte[] buffer, int length, bool isCut)
    {
        _buffer = buffer;
        _length = length;
        IsCut = isCut;
    }

    /// <summary>Whether the body went on after the limit.</summary>
    internal bool IsCut { get; }

    /// <summary>The body, until the response is disposed.</summary>
    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>
    /// Makes copies empty from now on. Refit copies each body into a buffer of its own, and then asks the serializer, which reads <see cref="Bytes"/> and not the
    /// copy. Called after all handlers have run: they may read the body like any other.
    /// </summary>
    internal void SkipCopies() => _skipsCopies = true;

    internal static async ValueTask<BufferedContent> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(content.Headers.ContentLength + 1 ?? FirstBuffer, 1, Math.Min(FirstBuffer, limit + 1L)));
        try
        {
            int length = 0;
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (read == 0 || length > limit)
                {
                    bool isCut = length > limit;
                    return new BufferedContent(buffer, Math.Min(length, limit), isCut);
                }

                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, limit);
                }
            }
        }
        catch (Exception failure)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (failure is InvalidDataException or InvalidOperationException)
            {
                // An application may have switched decompression on, and what its streams throw about broken data is no IOException.
                throw new IOException("The body could not be decompressed.", failure);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _skipsCopies ? Task.CompletedTask : stream.WriteAsync(_buffer, 0, _length, cancellationToken);

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(CreateContentReadStream(CancellationToken.None));

    /// <inheritdoc/>
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new MemoryStream(_buffer, 0, _length, writable: false, publiclyVisible: true);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        // Readers ask whether there is anything. A length that is told is also stored, as a header that nobody reads.
        length = 0;
        return _length == 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        byte[] buffer = Interlocked.Exchange(ref _buffer, []);
        if (disposing && buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        base.Dispose(disposing);
    }

    private static byte[] Grow(byte[] buffer, int limit)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Math.Max(limit + 1L, buffer.Length + 1L)));
        buffer.AsSpan().CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
