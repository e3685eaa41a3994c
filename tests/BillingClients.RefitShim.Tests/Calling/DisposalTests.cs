using System.Text.Json;

namespace BillingClients.RefitShim.Tests.Calling;

public class DisposalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200, "{\"name\":\"Ada\"}", null)]
    [InlineData(204, null, null)]
    [InlineData(500, "{}", typeof(HttpRequestException))]
    [InlineData(200, "<html>", typeof(JsonException))]
    public async Task Request_and_response_are_disposed_however_the_call_ends(int status, string? body, Type? thrown)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(status, body);
        var handler = new KeepingHandler();

        Exception? exception = await Record.ExceptionAsync(() => Api.For(server.Address, handler: handler).CreateAsync(new Thing("a"), null, Token));

        exception?.GetType().ShouldBe(thrown);
        await ShouldBeDisposedAsync(handler.Request.ShouldNotBeNull().Content);
        await ShouldBeDisposedAsync(handler.Response.ShouldNotBeNull().Content);
    }

    [Fact]
    public async Task A_request_that_cannot_be_sent_is_disposed()
    {
        var handler = new KeepingHandler();
        IThingApi api = Api.For(await ClosedPortAsync(), handler: handler);

        await Should.ThrowAsync<HttpRequestException>(() => api.CreateAsync(new Thing("a"), null, Token));

        await ShouldBeDisposedAsync(handler.Request.ShouldNotBeNull().Content);
    }

    [Fact]
    public async Task A_response_without_a_result_is_disposed()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, "{}");
        var handler = new KeepingHandler();

        await Api.For(server.Address, handler: handler).DeleteAsync("1", Token);

        await ShouldBeDisposedAsync(handler.Response.ShouldNotBeNull().Content);
    }

    private static Task<ObjectDisposedException> ShouldBeDisposedAsync(HttpContent? content) =>
        Should.ThrowAsync<ObjectDisposedException>(() => content.ShouldNotBeNull().CopyToAsync(Stream.Null, Token));

    private static async Task<Uri> ClosedPortAsync()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200);
        return server.Address;
    }
}
