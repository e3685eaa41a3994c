using System.Net;
using System.Text;
using BillingClients.Core.Tests.Pipeline;

namespace BillingClients.Core.Tests.Http;

/// <summary>A handler of the application that stands outside of the client's own: it may answer itself, or answer with a copy.</summary>
public sealed class OuterHandlerTests
{
    private const string Ada = """{"id":"cust_1","external_id":"crm-1","name":"Ada","created_at":"2026-01-01T00:00:00Z"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Such as the client-side rate limit in Microsoft's documentation: new HttpResponseMessage(HttpStatusCode.TooManyRequests), which names no request.
    [Fact]
    public async Task An_answer_that_a_handler_made_up_is_the_failure_that_it_says()
    {
        ReplacingHandler handler = new(static _ => Answers.Status(429));
        using ScriptedClient scripted = new(
            static (_, _) => Task.FromResult(Answers.Status(200, Ada)), static options => options.MaxAttempts = 1, outermost: handler);

        BillingRateLimitException failure = await Should.ThrowAsync<BillingRateLimitException>(() => GetAsync(scripted));

        failure.StatusCode.ShouldBe(429);
    }

    [Fact]
    public async Task A_made_up_answer_that_is_not_the_customer_is_unreadable()
    {
        ReplacingHandler handler = new(static _ => Answers.Status(200, "<html>"));
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.Status(200, Ada)), outermost: handler);

        (await Should.ThrowAsync<UnreadableResponseException>(() => GetAsync(scripted))).ResponseBody.ShouldBe("<html>");
    }

    [Fact]
    public async Task A_create_is_recovered_when_a_handler_copies_each_answer()
    {
        int posts = 0;
        ReplacingHandler handler = new(static answer => new HttpResponseMessage(answer.StatusCode) { Content = answer.Content });
        using ScriptedClient scripted = new(
            (request, _) => Task.FromResult(request.Method == HttpMethod.Get
                ? Answers.NotFound()
                : Answers.Status(++posts == 1 ? (int)HttpStatusCode.ServiceUnavailable : (int)HttpStatusCode.Created, Ada)),
            outermost: handler);

        Customer customer = await scripted.Client.CreateAsync(new CustomerCreate { ExternalId = "crm-1", Name = "Ada" }, cancellationToken: Token);

        customer.Id.ShouldBe("cust_1");
        posts.ShouldBe(2);
    }

    // An audit log that copies each body into a file without waiting for it. The copy must never hold what another call received.
    [Fact]
    public async Task A_copy_of_a_body_that_outlives_its_call_holds_no_other_body()
    {
        using SlowCopy copy = new();
        Task? copying = null;
        AnsweredHandler handler = new(answered: response =>
        {
            copying ??= response.Content.CopyToAsync(copy, Token);
            return Task.CompletedTask;
        });
        string body = Ada;
        using ScriptedClient scripted = new((_, _) => Task.FromResult(Answers.Status(200, body)), outermost: handler);

        await GetAsync(scripted);
        body = Ada.Replace("Ada", "Eve", StringComparison.Ordinal);
        await GetAsync(scripted);
        copy.GoOn();
        await copying.ShouldNotBeNull();

        copy.Text.ShouldNotContain("Eve");
    }

    [Fact]
    public async Task Refit_tells_handlers_no_argument_of_the_call()
    {
        IDictionary<string, object?>? options = null;
        AnsweredHandler handler = new(response =>
        {
            options = response.RequestMessage!.Options;
            return Task.CompletedTask;
        });
        using ScriptedClient scripted = new(static (_, _) => Task.FromResult(Answers.Status(200, Ada)), outermost: handler);

        await GetAsync(scripted);

        options.ShouldNotBeNull().Select(static option => $"{option.Value}").ShouldBe(
            ["BillingClients.IFlexpriceApi", "GetAsync", "/customers/{id}"], ignoreOrder: true);
    }

    private static Task<Customer> GetAsync(ScriptedClient scripted) => scripted.Client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token);

    private sealed class ReplacingHandler(Func<HttpResponseMessage, HttpResponseMessage> replace) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            replace(await base.SendAsync(request, cancellationToken));
    }

    /// <summary>Looks at what it was given only when it may go on, like a file on a slow disk.</summary>
    private sealed class SlowCopy : MemoryStream
    {
        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Text => Encoding.UTF8.GetString(ToArray());

        public void GoOn() => _goOn.SetResult();

        public override async Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            await _goOn.Task.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
            Write(buffer, offset, count);
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _goOn.Task.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
            Write(buffer.Span);
        }
    }
}
