using System.IO.Compression;
using System.Net;
using BillingClients.Core.Tests.Pipeline;

namespace BillingClients.Core.Tests.Http;

/// <summary>A small answer that grows to many megabytes when it is decompressed does no harm as the body of a failure either.</summary>
public sealed class CompressedFailureTests
{
    [Fact]
    public async Task Only_the_start_of_a_failure_is_decompressed()
    {
        CountingStream bomb = new(Compress(megabytes: 32));
        StreamContent body = new(bomb);
        body.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        using ScriptedClient scripted = new(
            (_, _) => Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = body }),
            static options => (options.MaxAttempts, options.MaxErrorBodyBytes) = (1, 1000));

        BillingException failure = await Should.ThrowAsync<BillingValidationException>(() => scripted.Client.GetAsync(CustomerKey.FromId("cust_1")));

        failure.ResponseBody.ShouldBe(new string('x', 1000));
        bomb.BytesRead.ShouldBeLessThan(bomb.Size / 2);
    }

    private static byte[] Compress(int megabytes)
    {
        byte[] megabyte = new byte[1024 * 1024];
        Array.Fill(megabyte, (byte)'x');
        using MemoryStream compressed = new();
        using (GZipStream compressor = new(compressed, CompressionLevel.Fastest))
        {
            for (int i = 0; i < megabytes; i++)
            {
                compressor.Write(megabyte);
            }
        }

        return compressed.ToArray();
    }

    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public int Size { get; } = bytes.Length;

        public int BytesRead { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Counted(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Counted(base.Read(buffer));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Counted(await base.ReadAsync(buffer, cancellationToken));

        private int Counted(int read)
        {
            BytesRead += read;
            return read;
        }
    }
}
