using System.Net;
using System.Text;
using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Http;

/// <summary>Each answer is read as a whole, and its connection is free afterwards, whatever comes of it.</summary>
public sealed class ResponseHandlerTests : IDisposable
{
    private static readonly Uri Address = new("https://own.example/");

    private readonly LoneCall _lone = new(CustomerOperation.Get, configure: static options => (options.MaxResponseBytes, options.MaxErrorBodyBytes) = (1024, 5));

    private static string Largest { get; } = new('x', 1024);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _lone.Dispose();

    [Fact]
    public async Task An_answer_within_the_limit_is_kept_and_its_connection_is_freed()
    {
        TrackedBody body = new(Largest);

        using HttpResponseMessage response = await GetAsync(new HttpResponseMessage(HttpStatusCode.OK) { Content = body });

        (await response.Content.ReadAsStringAsync(Token)).ShouldBe(Largest);
        response.RequestMessage.ShouldNotBeNull();
        body.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_larger_answer_is_unreadable_and_its_connection_is_freed()
    {
        TrackedBody body = new(Largest + "x");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => GetAsync(new HttpResponseMessage(HttpStatusCode.OK) { Content = body }));

        failure.Message.ShouldContain("its body is larger than MaxResponseBytes, 1024 bytes");
        body.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_a_failure_the_start_is_kept()
    {
        TrackedBody body = new("0123456789");

        using HttpResponseMessage response = await GetAsync(new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = body });

        (await response.Content.ReadAsStringAsync(Token)).ShouldBe("01234");
        body.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task Status_request_id_and_rate_limit_are_noted()
    {
        HttpResponseMessage answer = new(HttpStatusCode.Accepted);
        answer.Headers.TryAddWithoutValidation("X-Request-Id", "req_1");
        answer.Headers.TryAddWithoutValidation("X-RateLimit-Remaining", "7");

        using HttpResponseMessage response = await GetAsync(answer);

        _lone.Call.StatusCode.ShouldBe(202);
        _lone.Call.RequestId.ShouldBe("req_1");
        _lone.Call.RateLimit!.Remaining.ShouldBe(7);
    }

    [Fact]
    public async Task A_request_without_an_answer_is_not_told_with_what_was_noted_of_the_one_before()
    {
        (_lone.Call.StatusCode, _lone.Call.RequestId) = (503, "req_1");

        await Should.ThrowAsync<HttpRequestException>(() => GetAsync(() => throw new HttpRequestException(HttpRequestError.ResponseEnded)));

        _lone.Call.StatusCode.ShouldBe(0);
        _lone.Call.RequestId.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_providers_clock_is_read_if_the_call_compares_ages(bool comparesAges)
    {
        _lone.Call.ComparesAges = comparesAges;
        HttpResponseMessage answer = new(HttpStatusCode.OK);
        answer.Headers.Date = _lone.Clock.GetUtcNow() - TimeSpan.FromHours(1);

        using HttpResponseMessage response = await GetAsync(answer);

        _lone.Call.IsNew(_lone.Clock.GetUtcNow() - TimeSpan.FromHours(1)).ShouldBe(comparesAges);
    }

    [Fact]
    public async Task A_handler_that_returns_null_is_named()
    {
        (await Should.ThrowAsync<InvalidOperationException>(() => GetAsync(static () => null!))).Message.ShouldContain("returned null instead of a response");
    }

    private Task<HttpResponseMessage> GetAsync(HttpResponseMessage answer) => GetAsync(() => answer);

    private async Task<HttpResponseMessage> GetAsync(Func<HttpResponseMessage> answer)
    {
        using FakeNetwork network = new(_ => answer());
        using HttpMessageInvoker handlers = new(new ResponseHandler { InnerHandler = new ApiKeyHandler(new("X-Own-Key", ""), Address) { InnerHandler = network } });
        using HttpRequestMessage request = new(HttpMethod.Get, Address);
        ProviderCall.Current = _lone.Call;
        return await handlers.SendAsync(request, Token);
    }

    private sealed class TrackedBody(string text) : ByteArrayContent(Encoding.UTF8.GetBytes(text))
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
