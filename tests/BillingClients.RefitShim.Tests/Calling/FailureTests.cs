using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Refit;

namespace BillingClients.RefitShim.Tests.Calling;

public class FailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task The_exception_factory_judges_every_response(int status)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(status, "\"why\"");
        RefitSettings settings = Api.Settings();
        settings.ExceptionFactory = static async response =>
            new InvalidOperationException($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Token)}");

        (await Should.ThrowAsync<InvalidOperationException>(() => Api.For(server, settings).GetAsync("1", Token))).Message.ShouldBe($"{status} \"why\"");
        (await Should.ThrowAsync<InvalidOperationException>(() => Api.For(server, settings).DeleteAsync("1", Token))).Message.ShouldBe($"{status} \"why\"");
    }

    [Fact]
    public async Task What_the_exception_factory_lets_through_is_read()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(404, """{"name":"none"}""");
        RefitSettings settings = Api.Settings();
        settings.ExceptionFactory = static _ => default;

        (await Api.For(server, settings).GetAsync("1", Token)).ShouldBe(new Thing("none"));
        await Api.For(server, settings).DeleteAsync("1", Token);
    }

    [Fact]
    public async Task Without_an_exception_factory_a_failing_status_throws()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(500, "{}");

        (await Should.ThrowAsync<HttpRequestException>(() => Api.For(server).DeleteAsync("1", Token))).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{\"name\":1}")]
    [InlineData("{\"name\":\"Ada\"")]
    [InlineData("   ")]
    public async Task An_unreadable_body_goes_to_its_factory_with_the_response(string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(201, body);
        RefitSettings settings = Api.Settings();
        settings.DeserializationExceptionFactory = static (response, exception) =>
            ValueTask.FromResult<Exception?>(new InvalidOperationException($"{response.StatusCode}", exception));

        InvalidOperationException thrown = await Should.ThrowAsync<InvalidOperationException>(() => Api.For(server, settings).GetAsync("1", Token));

        thrown.Message.ShouldBe("Created");
        thrown.InnerException.ShouldBeOfType<JsonException>();
    }

    [Fact]
    public async Task An_unreadable_body_is_null_if_its_factory_says_so()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, "<html>");
        RefitSettings settings = Api.Settings();
        settings.DeserializationExceptionFactory = static (_, _) => default;

        (await Api.For(server, settings).GetAsync("1", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_factory_an_unreadable_body_throws_as_it_is()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200, "<html>");

        await Should.ThrowAsync<JsonException>(() => Api.For(server).GetAsync("1", Token));
    }

    [Fact]
    public async Task A_body_that_breaks_off_goes_to_the_factory_for_unreadable_bodies()
    {
        var headersRead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 100;
            await context.Response.WriteAsync("{\"name\":", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await headersRead.Task.WaitAsync(context.RequestAborted);
            context.Abort();
        });
        RefitSettings settings = Api.Settings();
        settings.ExceptionFactory = _ =>
        {
            headersRead.SetResult();
            return default;
        };
        settings.DeserializationExceptionFactory = static (_, exception) =>
            ValueTask.FromResult<Exception?>(new InvalidOperationException("broken", exception));

        InvalidOperationException thrown = await Should.ThrowAsync<InvalidOperationException>(() => Api.For(server, settings).GetAsync("1", Token));

        thrown.InnerException.ShouldBeAssignableTo<IOException>();
    }

    [Fact]
    public async Task A_failed_connection_goes_to_the_transport_factory_with_its_request()
    {
        RefitSettings settings = Api.Settings();
        settings.TransportExceptionFactory = static (request, exception, _) =>
            new InvalidOperationException($"{request.Method} {request.RequestUri!.AbsolutePath}", exception);
        IThingApi api = Api.For(await ClosedPortAsync(), settings);

        InvalidOperationException read = await Should.ThrowAsync<InvalidOperationException>(() => api.GetAsync("1", Token));
        InvalidOperationException deleted = await Should.ThrowAsync<InvalidOperationException>(() => api.DeleteAsync("1", Token));

        read.Message.ShouldBe("GET /things/1");
        read.InnerException.ShouldBeOfType<HttpRequestException>();
        deleted.Message.ShouldBe("DELETE /things/1");
    }

    [Fact]
    public async Task An_exception_that_the_transport_factory_gives_back_is_thrown_as_it_is()
    {
        RefitSettings settings = Api.Settings();
        settings.TransportExceptionFactory = static (_, exception, _) => exception;
        IThingApi api = Api.For(await ClosedPortAsync(), settings);

        HttpRequestException thrown = await Should.ThrowAsync<HttpRequestException>(() => api.GetAsync("1", Token));

        thrown.StackTrace.ShouldNotBeNull().ShouldContain(nameof(SocketsHttpHandler)[..6]);
    }

    [Fact]
    public void A_type_that_is_no_Refit_interface_has_no_implementation() =>
        Should.Throw<InvalidOperationException>(static () => RestService.For<IDisposable>(new HttpClient(), Api.Settings()))
            .Message.ShouldBe("System.IDisposable has no implementation: none of its methods carries a verb attribute such as [Get].");

    [Fact]
    public void A_client_without_a_base_address_is_refused() =>
        Should.Throw<InvalidOperationException>(static () => RestService.For<IThingApi>(new HttpClient(), Api.Settings()))
            .Message.ShouldBe("Set HttpClient.BaseAddress before making a client of it.");

    private static async Task<Uri> ClosedPortAsync()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(200);
        return server.Address;
    }
}
