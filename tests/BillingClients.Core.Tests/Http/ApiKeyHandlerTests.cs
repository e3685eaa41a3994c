using System.Net;
using BillingClients.Core.Tests.Pipeline;
using BillingClients.Providers;

namespace BillingClients.Core.Tests.Http;

/// <summary>What a request carries to the provider, what it may not do, and what is known about it when it fails.</summary>
public sealed class ApiKeyHandlerTests
{
    private const string KeyHeader = "X-Own-Key";
    private const string Customers = "https://own.example/v1/customers";

    private static readonly Uri Address = new("https://own.example/v1/");
    private static readonly Endpoint Update = new("POST", "/customers/{id}");
    private static readonly Endpoint List = new("POST", "/customers/search");

    private readonly Dictionary<string, string> _sent = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_carries_the_key_while_it_is_sent_and_not_afterwards()
    {
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);

        await SendAsync(lone, request);

        _sent[KeyHeader].ShouldBe("Bearer key");
        _sent["Accept"].ShouldBe("application/json");
        _sent["User-Agent"].ShouldStartWith("BillingClients/");
        request.Headers.Contains(KeyHeader).ShouldBeFalse();
        lone.Call.SentKey.ShouldBe("key");
        lone.Call.Write.IsLost.ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_that_fails_keeps_no_key_either()
    {
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);

        await Should.ThrowAsync<HttpRequestException>(
            () => SendAsync(lone, request, static () => throw new HttpRequestException(HttpRequestError.ResponseEnded)));

        request.Headers.Contains(KeyHeader).ShouldBeFalse();
    }

    [Fact]
    public async Task The_key_without_a_prefix_is_sent_bare()
    {
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);

        await SendAsync(lone, request, prefix: "");

        _sent[KeyHeader].ShouldBe("key");
    }

    [Fact]
    public async Task A_changed_key_is_sent_with_the_next_request()
    {
        using LoneCall first = new();
        using LoneCall second = new(options: new CallOptions { ApiKey = "tenant" });
        using HttpRequestMessage firstRequest = Post(Customers);
        using HttpRequestMessage secondRequest = Post(Customers);
        using HttpMessageInvoker handlers = Handlers();

        await SendAsync(first, firstRequest, handlers);
        string before = _sent[KeyHeader];
        await SendAsync(second, secondRequest, handlers);

        before.ShouldBe("Bearer key");
        _sent[KeyHeader].ShouldBe("Bearer tenant");
    }

    [Fact]
    public async Task Keys_and_Expect_of_the_application_are_removed_and_its_other_headers_are_kept()
    {
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer other");
        request.Headers.TryAddWithoutValidation(KeyHeader, "other");
        request.Headers.TryAddWithoutValidation("Accept", "application/vnd.own+json");
        request.Headers.TryAddWithoutValidation("User-Agent", "App/1");
        request.Headers.ExpectContinue = true;

        await SendAsync(lone, request);

        _sent.ShouldNotContainKey("Authorization");
        _sent.ShouldNotContainKey("Expect");
        _sent[KeyHeader].ShouldBe("Bearer key");
        _sent["Accept"].ShouldBe("application/vnd.own+json");
        _sent["User-Agent"].ShouldBe("App/1");
    }

    [Fact]
    public async Task The_headers_of_a_call_go_before_all_others_but_not_before_the_key()
    {
        using LoneCall lone = new(options: new CallOptions { Headers = new Dictionary<string, string> { ["Accept"] = "application/own", ["X-Trace"] = "1" } });
        using LoneCall reserved = new(options: new CallOptions { Headers = new Dictionary<string, string> { ["x-own-key"] = "other" } });
        using HttpRequestMessage request = Post(Customers);
        using HttpRequestMessage refused = Post(Customers);

        await SendAsync(lone, request);

        _sent["Accept"].ShouldBe("application/own");
        _sent["X-Trace"].ShouldBe("1");
        _sent.Clear();
        await Should.ThrowAsync<BillingValidationException>(() => SendAsync(reserved, refused));
        _sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://other.example/v1/customers")]
    [InlineData("https://own.example:8443/v1/customers")]
    [InlineData("http://own.example:443/v1/customers")]
    public async Task The_key_is_sent_to_the_configured_host_only(string address)
    {
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(address);

        WrongUseException stopped = await Should.ThrowAsync<WrongUseException>(() => SendAsync(lone, request));

        stopped.Message.ShouldContain("A request to a host other than own.example was stopped");

        _sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_call_nothing_is_sent()
    {
        using HttpRequestMessage request = Post(Customers);
        using HttpMessageInvoker handlers = Handlers();
        ProviderCall.Current = null;

        await Should.ThrowAsync<InvalidOperationException>(() => handlers.SendAsync(request, Token));

        _sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("POST", "https://own.example/v1/customers/cust_1", true)]
    [InlineData("PATCH", "https://own.example/v1/customers/search", true)]
    [InlineData("POST", "https://own.example/v1/archive/customers/search", true)]
    [InlineData("POST", "https://own.example/v1/customers/sEarch", true)]
    [InlineData("POST", "https://own.example/v1/customers/search", false)]
    [InlineData("GET", "https://own.example/v1/customers/cust_1", false)]
    public async Task In_an_update_any_request_but_a_GET_and_the_POST_that_lists_is_the_write(string method, string address, bool isWrite)
    {
        using LoneCall lone = new(CustomerOperation.Update, endpoint: Update, list: List);
        using HttpRequestMessage request = new(new HttpMethod(method), address) { Content = new RequestBody([]) };

        await SendAsync(lone, request);

        lone.Call.WriteSent.ShouldBe(isWrite);
        lone.Call.IsLookUp.ShouldBe(!isWrite);
    }

    [Fact]
    public async Task A_create_at_the_address_that_lists_is_a_write()
    {
        using LoneCall lone = new(endpoint: List, list: List);
        using HttpRequestMessage request = Post("https://own.example/v1/customers/search");

        await SendAsync(lone, request);

        lone.Call.WriteSent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_list_that_is_a_POST_is_neither_a_write_nor_a_look_up()
    {
        using LoneCall lone = new(CustomerOperation.List, endpoint: List, list: List);
        using HttpRequestMessage request = Post("https://own.example/v1/customers/search");

        await SendAsync(lone, request);

        lone.Call.WriteSent.ShouldBeFalse();
        lone.Call.IsLookUp.ShouldBeFalse();
    }

    [Fact]
    public async Task A_second_write_of_an_attempt_is_stopped()
    {
        using LoneCall lone = new();
        using HttpRequestMessage first = Post(Customers);
        using HttpRequestMessage second = Post(Customers);
        await SendAsync(lone, first);
        _sent.Clear();

        BillingConnectionException stopped = await Should.ThrowAsync<BillingConnectionException>(() => SendAsync(lone, second));

        stopped.OutcomeUnknown.ShouldBeTrue();
        stopped.IsTransient.ShouldBeTrue();
        _sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_that_a_handler_of_the_application_has_set_is_sent_as_it_is()
    {
        using LoneCall lone = new();
        using HttpRequestMessage request = new(HttpMethod.Post, Customers) { Content = new StringContent("[1]") };
        using HttpRequestMessage empty = new(HttpMethod.Post, Customers);
        string? body = null;

        await SendAsync(lone, request, () => Ok(body = request.Content!.ReadAsStringAsync(Token).GetAwaiter().GetResult()));
        lone.Call.BeginAttempt();
        await SendAsync(lone, empty);

        body.ShouldBe("[1]");
        empty.Content.ShouldBeOfType<RequestBody>().Headers.ContentLength.ShouldBe(0);
        lone.Call.WriteSent.ShouldBeTrue();
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task If_nobody_knows_what_was_sent_only_a_failed_connection_tells_that_nothing_was(HttpRequestError error, bool mayHaveArrived)
    {
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);

        await Should.ThrowAsync<HttpRequestException>(() => SendAsync(lone, request, () => throw new HttpRequestException(error)));

        lone.Call.WriteSent.ShouldBe(mayHaveArrived);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_whose_body_the_framework_did_not_write_was_not_sent(bool isWrapped)
    {
        using SocketsHttpHandler sockets = new() { ConnectCallback = static (_, _) => throw new InvalidOperationException("unplugged") };
        using HttpMessageHandler primary = isWrapped ? new PassingHandler { InnerHandler = sockets } : sockets;
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);
        using HttpMessageInvoker handlers = Handlers(primary);

        await Should.ThrowAsync<Exception>(() => SendAsync(lone, request, handlers));

        lone.Call.WriteSent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_whose_body_only_a_handler_of_the_application_has_read_was_not_sent_either()
    {
        using SocketsHttpHandler sockets = new() { ConnectCallback = static (_, _) => throw new InvalidOperationException("unplugged") };
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);
        using HttpMessageInvoker handlers = Handlers(sockets);
        await request.Content!.CopyToAsync(Stream.Null, Token);

        await Should.ThrowAsync<Exception>(() => SendAsync(lone, request, handlers));

        lone.Call.WriteSent.ShouldBeFalse();
    }

    [Fact]
    public async Task An_expired_ConnectTimeout_is_a_failed_connection()
    {
        using SocketsHttpHandler sockets = NeverConnecting(TimeSpan.FromMilliseconds(20));
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);
        using HttpMessageInvoker handlers = Handlers(sockets);

        HttpRequestException failure = await Should.ThrowAsync<HttpRequestException>(() => SendAsync(lone, request, handlers));

        failure.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
        failure.InnerException.ShouldBeOfType<TaskCanceledException>();
        lone.Call.WriteSent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_cancellation_while_connecting_is_not_an_expired_ConnectTimeout()
    {
        using SocketsHttpHandler sockets = NeverConnecting(TimeSpan.FromMinutes(1));
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);
        using HttpMessageInvoker handlers = Handlers(sockets);
        using CancellationTokenSource cancelled = new(TimeSpan.FromMilliseconds(1));
        ProviderCall.Current = lone.Call;

        await Should.ThrowAsync<OperationCanceledException>(() => handlers.SendAsync(request, cancelled.Token));

        lone.Call.WriteSent.ShouldBeFalse();
    }

    [Fact]
    public async Task A_timeout_that_another_primary_handler_reports_is_passed_on()
    {
        using LoneCall lone = new();
        using HttpRequestMessage request = Post(Customers);

        await Should.ThrowAsync<OperationCanceledException>(
            () => SendAsync(lone, request, static () => throw new OperationCanceledException("Late.", new TimeoutException())));

        lone.Call.WriteSent.ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_that_cannot_be_fetched_or_sent_is_told_before_anything_is_sent()
    {
        InvalidOperationException cause = new("the secret store");
        using LoneCall failing = Fetching(() => throw cause);
        using LoneCall wrong = Fetching(static () => new("two\nlines"));
        using HttpRequestMessage request = Post(Customers);

        BillingAuthenticationException notFetched = await Should.ThrowAsync<BillingAuthenticationException>(() => SendAsync(failing, request));
        BillingAuthenticationException notSent = await Should.ThrowAsync<BillingAuthenticationException>(() => SendAsync(wrong, request));

        notFetched.InnerException.ShouldBeSameAs(cause);
        notFetched.IsTransient.ShouldBeFalse();
        notFetched.Message.ShouldContain("ApiKeyProvider failed with InvalidOperationException");
        notSent.Message.ShouldContain("the key that ApiKeyProvider returned");
        notSent.OutcomeUnknown.ShouldBeFalse();
        _sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fetch_of_the_key_that_is_cancelled_is_a_cancellation_and_one_that_gives_up_by_itself_is_not()
    {
        using CancellationTokenSource cancelled = new();
        using LoneCall slow = Fetching(static () => new(new TaskCompletionSource<string>().Task));
        using LoneCall givesUp = Fetching(static () => throw new OperationCanceledException());
        using HttpRequestMessage request = Post(Customers);
        using HttpMessageInvoker handlers = Handlers();
        ProviderCall.Current = slow.Call;

        Task<HttpResponseMessage> sending = handlers.SendAsync(request, cancelled.Token);
        await cancelled.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => sending);
        await Should.ThrowAsync<BillingAuthenticationException>(() => SendAsync(givesUp, request));
    }

    private static LoneCall Fetching(Func<ValueTask<string>> fetch) =>
        new(configure: options => (options.ApiKey, options.ApiKeyProvider) = (null, _ => fetch()));

    private static SocketsHttpHandler NeverConnecting(TimeSpan connectTimeout) => new()
    {
        ConnectTimeout = connectTimeout,
        ConnectCallback = static async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return Stream.Null;
        },
    };

    private static HttpRequestMessage Post(string address) => new(HttpMethod.Post, address) { Content = new RequestBody([]) };

    private static HttpResponseMessage Ok(string? body = null) => new(HttpStatusCode.OK) { Content = new StringContent(body ?? "{}") };

    private async Task SendAsync(LoneCall lone, HttpRequestMessage request, Func<HttpResponseMessage>? answer = null, string prefix = "Bearer ")
    {
        using HttpMessageInvoker handlers = Handlers(Network(answer ?? (static () => Ok())), prefix);
        await SendAsync(lone, request, handlers);
    }

    private static async Task SendAsync(LoneCall lone, HttpRequestMessage request, HttpMessageInvoker handlers)
    {
        ProviderCall.Current = lone.Call;
        using HttpResponseMessage response = await handlers.SendAsync(request, Token);
    }

    private HttpMessageInvoker Handlers() => Handlers(Network(static () => Ok()));

    private static HttpMessageInvoker Handlers(HttpMessageHandler primary, string prefix = "Bearer ") =>
        new(new ResponseHandler { InnerHandler = new ApiKeyHandler(new ApiKeyHeader(KeyHeader, prefix), Address) { InnerHandler = primary } });

    private FakeNetwork Network(Func<HttpResponseMessage> answer) => new(request =>
    {
        foreach ((string name, IEnumerable<string> values) in request.Headers)
        {
            _sent[name] = string.Join(' ', values);
        }

        return answer();
    });

    private sealed class PassingHandler : DelegatingHandler;
}
