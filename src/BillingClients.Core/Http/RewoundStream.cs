namespace BillingClients.Providers;

/// <summary>Reads a stream from its beginning after its first bytes were read: gives these again, and then the rest.</summary>
/// <param name="start">The bytes that were read.</param>
/// <param name="rest">The stream that they were read from.</param>
internal sealed class RewoundStream(ReadOnlyMemory<byte> start, Stream rest) : Stream
{
    private ReadOnlyMemory<byte> _start = start;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _start.IsEmpty ? rest.ReadAsync(buffer, cancellationToken) : new ValueTask<int>(TakeStart(buffer.Span));

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        _start.IsEmpty ? rest.Read(buffer, offset, count) : TakeStart(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int TakeStart(Span<byte> buffer)
    {
        int count = Math.Min(buffer.Length, _start.Length);
        _start.Span[..count].CopyTo(buffer);
        _start = _start[count..];
        return count;
    }
}
