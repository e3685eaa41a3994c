using System.Buffers;
using System.Net;

namespace BillingClients.Providers;

/// <summary>The body of a response, in a buffer that is cleared and returned to the pool when the response is disposed.</summary>
/// <remarks>
/// A handler of the application may read it like any other content, and may go on reading after the response is disposed. A buffer that was read that way is
/// never returned, because the pool would give it to another call. While this library reads the buffer (<see cref="Borrow"/>), nobody else has it.
/// </remarks>
internal sealed class BufferedContent : HttpContent
{
    private const int FirstBuffer = 2048;

    private readonly int _length;
    private byte[]? _buffer;
    private volatile bool _isShared;
    private volatile bool _isDisposed;
    private bool _skipsCopies;

    private BufferedContent(byte[] buffer, int length, bool isCut)
    {
        _buffer = buffer;
        _length = length;
        IsCut = isCut;
    }

    /// <summary>Whether the body was longer than the limit; the rest is not here.</summary>
    internal bool IsCut { get; }

    internal static async ValueTask<BufferedContent> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(content.Headers.ContentLength + 1 ?? FirstBuffer, 1, Math.Min(FirstBuffer, limit + 1L)));
        try
        {
            int filled = 0;
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                filled += read;
                if (read == 0 || filled > limit)
                {
                    return Of(buffer, filled, limit);
                }

                if (filled == buffer.Length)
                {
                    buffer = Grow(buffer, limit);
                }
            }
        }
        catch (Exception failure)
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
            if (failure is InvalidDataException or InvalidOperationException)
            {
                // Compressed data that is broken throws one of these and not an IOException.
                throw new IOException("The body could not be decompressed.", failure);
            }

            throw;
        }
    }

    /// <summary>The body, for one reader at a time. Dispose the loan when it is read.</summary>
    /// <exception cref="ObjectDisposedException">The response was disposed, or another call that was given the same response is reading it.</exception>
    internal Loan Borrow() => new(this, Interlocked.Exchange(ref _buffer, null) ?? throw new ObjectDisposedException(nameof(BufferedContent)));

    /// <summary>
    /// From now on, copies are empty. Refit copies each body into a buffer of its own and then calls the serializer, which reads this buffer instead. Called
    /// after all handlers have run, because they may read the body too.
    /// </summary>
    internal void SkipCopies() => _skipsCopies = true;

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _skipsCopies ? Task.CompletedTask : stream.WriteAsync(Share(), 0, _length, cancellationToken);

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(CreateContentReadStream(CancellationToken.None));

    /// <inheritdoc/>
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
        new MemoryStream(Share(), 0, _length, writable: false, publiclyVisible: true);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        // Readers only ask whether the body is empty. Returning a length would allocate a header that nobody reads.
        length = 0;
        return _length == 0;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _isDisposed = true;
        if (disposing)
        {
            Release();
        }

        base.Dispose(disposing);
    }

    // _isShared is set before the buffer is read, and Release takes the buffer before it reads _isShared: a buffer that was handed out here never returns to
    // the pool.
    private byte[] Share()
    {
        _isShared = true;
        return Interlocked.CompareExchange(ref _buffer, null, null) ?? throw new ObjectDisposedException(nameof(BufferedContent));
    }

    private void GiveBack(byte[] buffer)
    {
        Interlocked.Exchange(ref _buffer, buffer);
        if (_isDisposed)
        {
            Release();
        }
    }

    private void Release()
    {
        if (Interlocked.Exchange(ref _buffer, null) is { } buffer && !_isShared)
        {
            // The next owner of the buffer has no use for a customer's data.
            buffer.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static BufferedContent Of(byte[] buffer, int filled, int limit)
    {
        int length = Math.Min(filled, limit);
        buffer.AsSpan(length, filled - length).Clear();
        return new BufferedContent(buffer, length, isCut: filled > limit);
    }

    private static byte[] Grow(byte[] buffer, int limit)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Math.Max(limit + 1L, buffer.Length + 1L)));
        buffer.AsSpan().CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        return larger;
    }

    /// <summary>A body that is being read.</summary>
    internal readonly ref struct Loan(BufferedContent content, byte[] buffer)
    {
        /// <summary>The bytes.</summary>
        internal ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, content._length);

        /// <summary>Ends the reading.</summary>
        public void Dispose() => content.GiveBack(buffer);
    }
}
