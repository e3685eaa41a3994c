using Microsoft.AspNetCore.Http;
using Refit;

namespace BillingClients.RefitShim.Tests.Calling;

public class CancellationTests
{
    [Fact]
    public async Task Cancelling_ends_the_wait_for_headers()
    {
        using var cancellation = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        CancellationToken seen = default;
        RefitSettings settings = Api.Settings();
        settings.TransportExceptionFactory = (_, exception, token) =>
        {
            seen = token;
            return exception;
        };

        OperationCanceledException thrown = await Should.ThrowAsync<OperationCanceledException>(
            () => Api.For(server, settings).GetAsync("1", cancellation.Token));

        thrown.CancellationToken.ShouldBe(cancellation.Token);
        seen.ShouldBe(cancellation.Token);
    }

    [Fact]
    public async Task Cancelling_ends_the_reading_of_the_body_and_is_not_an_unreadable_body()
    {
        using var cancellation = new CancellationTokenSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(static async context =>
        {
            await context.Response.WriteAsync("{\"name\":", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        bool unreadable = false;
        var headersRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        RefitSettings settings = Api.Settings();
        settings.ExceptionFactory = _ =>
        {
            headersRead.SetResult();
            return default;
        };
        settings.DeserializationExceptionFactory = (_, _) =>
        {
            unreadable = true;
            return default;
        };

        Task<Thing?> call = Api.For(server, settings).GetAsync("1", cancellation.Token);
        await headersRead.Task.WaitAsync(TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        unreadable.ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_cancelled_before_the_call_sends_nothing()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(204);

        await Should.ThrowAsync<OperationCanceledException>(() => Api.For(server).DeleteAsync("1", new CancellationToken(canceled: true)));
        await Api.For(server).DeleteAsync("2", TestContext.Current.CancellationToken);

        server.Received.Target.ShouldBe("/things/2");
    }
}
