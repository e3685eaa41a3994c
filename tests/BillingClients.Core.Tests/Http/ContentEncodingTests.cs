using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BillingClients.Core.Tests.Pipeline;

namespace BillingClients.Core.Tests.Http;

/// <summary>Answers that come compressed although nothing was asked for are decompressed, within the limits.</summary>
public sealed class ContentEncodingTests
{
    private const string Ada = """{"id":"cust_1","name":"Ada"}""";

    private static readonly Dictionary<string, Func<Stream, Stream>> Compressors = new()
    {
        ["gzip"] = static stream => new GZipStream(stream, CompressionLevel.Fastest),
        ["GZIP"] = static stream => new GZipStream(stream, CompressionLevel.Fastest),
        ["x-gzip"] = static stream => new GZipStream(stream, CompressionLevel.Fastest),
        ["br"] = static stream => new BrotliStream(stream, CompressionLevel.Fastest),
        ["deflate"] = static stream => new ZLibStream(stream, CompressionLevel.Fastest),
        ["deflate, bare"] = static stream => new DeflateStream(stream, CompressionLevel.Fastest),
    };

    public static TheoryData<string> Compressions => [.. Compressors.Keys];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task A_compressed_answer_is_read(string compression)
    {
        using ScriptedClient scripted = Answering(() => Answer(200, compression, Compress(compression, Ada)));

        (await GetAsync(scripted)).Name.ShouldBe("Ada");
    }

    [Fact]
    public async Task An_answer_that_says_that_it_is_not_compressed_is_read()
    {
        using ScriptedClient scripted = Answering(static () => Answer(200, "identity", Encoding.UTF8.GetBytes(Ada)));

        (await GetAsync(scripted)).Name.ShouldBe("Ada");
    }

    [Fact]
    public async Task The_body_of_a_compressed_failure_is_read()
    {
        using ScriptedClient scripted = Answering(static () => Answer(400, "gzip", Compress("gzip", "no such plan")));

        BillingException failure = await Should.ThrowAsync<BillingException>(() => GetAsync(scripted));

        failure.ResponseBody.ShouldBe("no such plan");
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task The_size_limit_counts_what_was_decompressed(string compression)
    {
        byte[] bomb = Compress(compression, new string(' ', 32 * 1024 * 1024));
        bomb.Length.ShouldBeLessThan(1024 * 1024);
        using ScriptedClient scripted = Answering(() => Answer(200, compression, bomb));
        long before = GC.GetAllocatedBytesForCurrentThread();

        Task<Customer> call = GetAsync(scripted);

        // Nothing waits for a network, so all of it ran on this thread.
        call.IsCompleted.ShouldBeTrue();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(64 * 1024 * 1024);
        (await Should.ThrowAsync<UnreadableResponseException>(() => call)).Message.ShouldContain("MaxResponseBytes");
    }

    [Theory]
    [MemberData(nameof(Compressions))]
    public async Task Broken_data_is_a_broken_connection(string compression)
    {
        byte[] whole = Compress(compression, Ada);
        using ScriptedClient scripted = Answering(() => Answer(200, compression, whole[..(whole.Length / 2)]));

        BillingException failure = await Should.ThrowAsync<BillingException>(() => GetAsync(scripted));

        (failure is BillingConnectionException or UnreadableResponseException).ShouldBeTrue(failure.Message);
    }

    [Theory]
    [InlineData("zstd", "zstd")]
    [InlineData("gzip, br", null)]
    [InlineData("who knows what", null)]
    public async Task An_unknown_encoding_makes_an_answer_unreadable_and_is_named_if_it_is_a_word(string encoding, string? named)
    {
        using ScriptedClient scripted = Answering(() => Answer(200, encoding, Encoding.UTF8.GetBytes(Ada)));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => GetAsync(scripted));

        failure.Message.ShouldContain(named is null ? "cannot read." : $"Content-Encoding that this client cannot read, {named}.");
    }

    [Fact]
    public async Task A_failure_with_an_unknown_encoding_is_told_by_its_status()
    {
        using ScriptedClient scripted = Answering(static () => Answer(401, "zstd", [1, 2, 3]));

        (await Should.ThrowAsync<BillingAuthenticationException>(() => GetAsync(scripted))).ResponseBody.ShouldBeNull();
    }

    private static Task<Customer> GetAsync(ScriptedClient scripted) => scripted.Client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token);

    private static ScriptedClient Answering(Func<HttpResponseMessage> answer) =>
        new((_, _) => Task.FromResult(answer()), configure: static settings => settings.MaxAttempts = 1);

    private static HttpResponseMessage Answer(int status, string compression, byte[] body)
    {
        ByteArrayContent content = new(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.TryAddWithoutValidation("Content-Encoding", compression.Replace(", bare", "", StringComparison.Ordinal));
        return new HttpResponseMessage((HttpStatusCode)status) { Content = content };
    }

    private static byte[] Compress(string compression, string text)
    {
        using MemoryStream compressed = new();
        using (Stream compressor = Compressors[compression](compressed))
        {
            compressor.Write(Encoding.UTF8.GetBytes(text));
        }

        return compressed.ToArray();
    }
}
