using System.IO.Compression;
using System.Net;
using System.Text;
using BillingClients.Core.Tests.Pipeline;

namespace BillingClients.Core.Tests.Http;

/// <summary>A small answer that grows to many megabytes when it is decompressed does no harm as the body of a failure either.</summary>
public sealed class CompressedFailureTests
{
    private const int Decompressed = 32 * 1024 * 1024;

    [Fact]
    public async Task Only_the_start_of_a_failure_is_decompressed()
    {
        byte[] bomb = Compress(new string('x', Decompressed));
        using ScriptedClient scripted = new((_, _) => Task.FromResult(Answer(bomb)), static options => (options.MaxAttempts, options.MaxErrorBodyBytes) = (1, 1000));
        long before = GC.GetTotalAllocatedBytes();

        BillingException failure = await Should.ThrowAsync<BillingValidationException>(() => scripted.Client.GetAsync(CustomerKey.FromId("cust_1")));

        failure.ResponseBody.ShouldBe(new string('x', 1000));
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(Decompressed);
    }

    private static HttpResponseMessage Answer(byte[] body)
    {
        ByteArrayContent content = new(body);
        content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        return new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = content };
    }

    private static byte[] Compress(string text)
    {
        using MemoryStream compressed = new();
        using (GZipStream compressor = new(compressed, CompressionLevel.Fastest))
        {
            compressor.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }
}
