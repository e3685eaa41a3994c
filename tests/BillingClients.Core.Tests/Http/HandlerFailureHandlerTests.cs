using System.Net;
using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Http;

/// <summary>What the application's handlers throw is told apart from what the client and the network throw.</summary>
public sealed class HandlerFailureHandlerTests
{
    public static TheoryData<Exception> Known => new()
    {
        LoneCall.Failed(503),
        new WrongUseException("A mistake."),
        new HttpRequestException(),
        new IOException(),
    };

    [Theory]
    [MemberData(nameof(Known), DisableDiscoveryEnumeration = true)]
    public async Task What_the_client_and_the_network_throw_is_passed_on(Exception known) =>
        (await Should.ThrowAsync<Exception>(() => SendAsync(() => throw known))).ShouldBeSameAs(known);

    [Fact]
    public Task A_cancellation_is_passed_on() => Should.ThrowAsync<OperationCanceledException>(() => SendAsync(static () => throw new OperationCanceledException()));

    [Fact]
    public async Task Everything_else_is_wrapped()
    {
        FormatException cause = new("the log");

        (await Should.ThrowAsync<HandlerException>(() => SendAsync(() => throw cause))).InnerException.ShouldBeSameAs(cause);
    }

    [Fact]
    public async Task A_handler_that_returns_null_has_failed_too() =>
        (await Should.ThrowAsync<HandlerException>(() => SendAsync(static () => null!))).InnerException.ShouldBeOfType<InvalidOperationException>();

    [Fact]
    public async Task An_answer_is_passed_on()
    {
        using HttpResponseMessage answer = new(HttpStatusCode.OK);

        (await SendAsync(() => answer)).ShouldBeSameAs(answer);
    }

    private static async Task<HttpResponseMessage> SendAsync(Func<HttpResponseMessage> answer)
    {
        using FakeNetwork network = new(_ => answer());
        using HttpMessageInvoker handlers = new(new HandlerFailureHandler { InnerHandler = network });
        using HttpRequestMessage request = new(HttpMethod.Get, "https://own.example/");
        return await handlers.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
