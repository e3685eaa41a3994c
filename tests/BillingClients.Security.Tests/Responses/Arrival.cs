using System.IO.Compression;

namespace BillingClients.Security.Tests.Responses;

/// <summary>A way in which a body arrives: whole, in pieces, compressed, or not to its end.</summary>
/// <param name="Name">What a failing test calls it.</param>
/// <param name="Content">Makes the content of a body.</param>
internal sealed record Arrival(string Name, Func<byte[], HttpContent> Content)
{
    private const int Piece = 700;

    /// <summary>
    /// Every way. A body that is only labelled as compressed is left out, because the framework's decompressors do not clear their own buffers.
    /// </summary>
    public static IReadOnlyList<Arrival> All { get; } =
    [
        new("whole", static body => new ByteArrayContent(body)),
        new("in pieces, without a length", static body => new StreamContent(new Pieces(body, failure: null))),
        new("cut off by the network", static body => new StreamContent(new Pieces(body[..(body.Length * 2 / 3)], new IOException("reset")))),
        new("cancelled half way", static body => new StreamContent(new Pieces(body[..(body.Length * 2 / 3)], new OperationCanceledException()))),
        new("disposed half way", static body => new StreamContent(new Pieces(body[..(body.Length * 2 / 3)], new ObjectDisposedException("connection")))),
        new("cut, as if it were whole", static body => new ByteArrayContent(body[..(body.Length * 2 / 3)])),
        new("text that is not valid UTF-8", static body => new ByteArrayContent([.. body, 0xff, 0xc0])),
        new("gzip", static body => Compressed("gzip", body, static packed => new GZipStream(packed, CompressionLevel.Fastest))),
        new("deflate", static body => Compressed("deflate", body, static packed => new ZLibStream(packed, CompressionLevel.Fastest))),
        new("br", static body => Compressed("br", body, static packed => new BrotliStream(packed, CompressionLevel.Fastest))),
        new("an unknown encoding", static body => Encoded("klingon", body)),
    ];

    private static ByteArrayContent Compressed(string encoding, byte[] body, Func<Stream, Stream> compress)
    {
        using MemoryStream packed = new();
        using (Stream stream = compress(packed))
        {
            stream.Write(body);
        }

        return Encoded(encoding, packed.ToArray());
    }

    private static ByteArrayContent Encoded(string encoding, byte[] body) => new(body) { Headers = { { "Content-Encoding", encoding } } };

    // A class derived from MemoryStream would be copied through a buffer of the pool.
    private sealed class Pieces(byte[] body, Exception? failure) : Stream
    {
        private int _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int count = Math.Min(Math.Min(buffer.Length, Piece), body.Length - _read);
            body.AsSpan(_read, count).CopyTo(buffer.Span);
            _read += count;
            return count == 0 && failure is not null ? ValueTask.FromException<int>(failure) : new ValueTask<int>(count);
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
