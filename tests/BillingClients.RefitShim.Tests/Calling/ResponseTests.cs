using System.Text;
using Microsoft.AspNetCore.Http;

namespace BillingClients.RefitShim.Tests.Calling;

public class ResponseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public async Task A_body_is_read_as_JSON() => (await ReadAsync("""{"name":"Ada","size":1.5}""")).ShouldBe(new Thing("Ada", 1.5m));

    [Fact]
    public async Task A_byte_order_mark_is_skipped()
    {
        (await ReadAsync([.. ByteOrderMark, .. """{"name":"Ada"}"""u8])).ShouldBe(new Thing("Ada"));
        (await ReadAsync(ByteOrderMark)).ShouldBeNull();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(204)]
    public async Task An_empty_body_reads_as_null(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(status);

        (await Api.For(server).GetAsync("1", Token)).ShouldBeNull();
        (await Api.For(server).CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task An_empty_chunked_body_reads_as_null()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static context => context.Response.Body.FlushAsync(context.RequestAborted));

        (await Api.For(server).GetAsync("1", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task JSON_null_reads_as_null() => (await ReadAsync("null")).ShouldBeNull();

    [Fact]
    public async Task A_number_is_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, "42");

        (await Api.For(server).CountAsync(Token)).ShouldBe(42);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(4_095)]
    [InlineData(4_096)]
    [InlineData(65_536)]
    [InlineData(3_000_000)]
    public async Task A_body_of_any_size_is_read_whole(int length)
    {
        var thing = new Thing(new string('x', length));
        string json = $$"""{"name":"{{thing.Name}}"}""";

        (await ReadAsync(json)).ShouldBe(thing);
        (await ReadAsync(json, announceLength: true)).ShouldBe(thing);
    }

    [Fact]
    public async Task A_body_that_comes_in_pieces_is_read_whole()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(static async context =>
        {
            foreach (byte each in """{"name":"Ąda"}"""u8.ToArray())
            {
                await context.Response.Body.WriteAsync(new[] { each }, context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        });

        (await Api.For(server).GetAsync("1", Token)).ShouldBe(new Thing("Ąda"));
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task UTF8_is_read_whatever_the_content_type(string? contentType) =>
        (await ReadAsync("""{"name":"Ąda"}"""u8.ToArray(), contentType: contentType)).ShouldBe(new Thing("Ąda"));

    [Fact]
    public async Task Another_charset_is_decoded() =>
        (await ReadAsync(Encoding.Unicode.GetBytes("""{"name":"Ąda"}"""), contentType: "application/json; charset=utf-16")).ShouldBe(new Thing("Ąda"));

    private static Task<Thing?> ReadAsync(string body, bool announceLength = false) => ReadAsync(Encoding.UTF8.GetBytes(body), announceLength);

    private static async Task<Thing?> ReadAsync(byte[] body, bool announceLength = false, string? contentType = "application/json")
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = contentType;
            context.Response.ContentLength = announceLength ? body.Length : null;
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        });

        return await Api.For(server).GetAsync("1", Token);
    }
}
