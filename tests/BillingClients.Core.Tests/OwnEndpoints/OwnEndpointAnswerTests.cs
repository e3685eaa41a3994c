using System.Net;
using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>How the answers to an interface of the application's own are read.</summary>
public sealed class OwnEndpointAnswerTests : NotesTests
{
    [Theory]
    [InlineData(400, typeof(BillingValidationException))]
    [InlineData(401, typeof(BillingAuthenticationException))]
    [InlineData(403, typeof(BillingPermissionException))]
    [InlineData(404, typeof(BillingNotFoundException))]
    [InlineData(409, typeof(BillingConflictException))]
    [InlineData(302, typeof(RedirectRefusedException))]
    public async Task A_refusal_is_the_exception_that_it_means_with_the_providers_words(int status, Type type)
    {
        Flexprice.Answer(status, """{"code":"why","message":"because of Ada"}""");

        BillingException failure = await Should.ThrowAsync<BillingException>(() => Notes.AddAsync(new Note("n1"), cancellationToken: Token));

        failure.GetType().ShouldBe(type);
        failure.OutcomeUnknown.ShouldBeFalse();
        if (status != 302)
        {
            failure.ProviderCode.ShouldBe("why");
            failure.ProviderMessage.ShouldBe("because of Ada");
        }

        failure.ToString().ShouldNotContain("Ada");
    }

    [Fact]
    public async Task A_failure_is_thrown_whatever_a_method_returns()
    {
        for (int call = 1; call <= 4; call++)
        {
            Flexprice.Answer(404, """{"code":"not_found","message":"no such note"}""");
        }

        await Should.ThrowAsync<BillingNotFoundException>(() => Notes.GetWithAnswerAsync("n1"));
        await Should.ThrowAsync<BillingNotFoundException>(() => Notes.GetRawAsync("n1"));
        await Should.ThrowAsync<BillingNotFoundException>(() => Notes.GetTextAsync("n1"));
        await Should.ThrowAsync<BillingNotFoundException>(() => Notes.DeleteAsync("n1"));
    }

    [Fact]
    public async Task An_unreadable_answer_is_thrown_also_where_a_method_returns_the_answer()
    {
        Flexprice.Answer(200, """{"id":"n1","number":"seven"}""");

        (await Should.ThrowAsync<UnreadableResponseException>(() => Notes.GetWithAnswerAsync("n1"))).Field.ShouldBe("number");
    }

    [Fact]
    public async Task A_method_may_return_the_answer_its_text_or_nothing()
    {
        Flexprice.Answer(200, """{"id":"n1"}""");
        Flexprice.Answer(200, """{"id":"n2"}""");
        Flexprice.Answer(SimulatedAnswer.Text(200, "Dear Ada"));
        Flexprice.Answer(SimulatedAnswer.Empty(204));

        IApiResponse<Note> whole = await Notes.GetWithAnswerAsync("n1");
        using HttpResponseMessage raw = await Notes.GetRawAsync("n2");
        string text = await Notes.GetTextAsync("n3");
        await Notes.DeleteAsync("n4");

        whole.Content.ShouldBe(new Note("n1"));
        (await raw.Content.ReadAsStringAsync(Token)).ShouldBe("""{"id":"n2"}""");
        text.ShouldBe("Dear Ada");
        Flexprice.Requests[2].Header("Accept").ShouldBe("text/plain");
    }

    [Fact]
    public async Task A_login_page_is_refused()
    {
        Flexprice.Answer(SimulatedAnswer.Html(200, "<html>log in</html>"));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => Notes.AddAsync(new Note("n1"), cancellationToken: Token));

        failure.ResponseBody.ShouldBe("<html>log in</html>");
        failure.OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_login_page_is_refused_also_where_the_interface_asks_for_JSON_as_text()
    {
        Flexprice.Answer(SimulatedAnswer.Html(200, "<html>log in</html>"));
        using FlexpriceCustomerClient client = new(Options(static options => options.MaxAttempts = 1));

        await Should.ThrowAsync<UnreadableResponseException>(() => client.GetApi<INotesApi>(NotesJson.Default).GetJsonTextAsync("n1"));
    }

    [Fact]
    public async Task An_answer_without_a_contract_is_unreadable_and_the_write_may_have_taken_effect()
    {
        Flexprice.Answer(201, """{"id":"n1"}""");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => Notes.AddUnknownAsync(new Note("n1")));

        failure.Message.ShouldStartWith(
            "Flexprice: the answer to the request POST /notes/unknown is a success (HTTP 201), but reading it failed with NotSupportedException; the inner exception says why.");
        failure.InnerException.ShouldBeOfType<NotSupportedException>().Message.ShouldContain(nameof(UnknownNote));
        failure.OutcomeUnknown.ShouldBeTrue();
        failure.ResponseBody.ShouldBe("""{"id":"n1"}""");
    }

    [Fact]
    public async Task A_body_without_a_contract_fails_before_it_is_sent()
    {
        NotSupportedException failure = await Should.ThrowAsync<NotSupportedException>(() => Notes.AddWithUnknownBodyAsync(new UnknownNote("n1")));

        failure.Message.ShouldContain(nameof(UnknownNote));
        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_is_read_whatever_charset_it_claims()
    {
        Flexprice.Answer(SimulatedAnswer.Text(200, "Dear Ada") with { ContentType = "text/plain; charset=nonsense" });

        (await Notes.GetTextAsync("n1")).ShouldBe("Dear Ada");
    }

    [Fact]
    public async Task A_path_that_the_provider_does_not_have_is_to_be_checked_in_the_interface_first()
    {
        Flexprice.Answer(SimulatedAnswer.Text(404, "404 page not found"));

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(() => Notes.GetAsync("n1", cancellationToken: Token));

        failure.Message.ShouldBe(
            "Flexprice: the request GET /notes/{id}/lines failed (HTTP 404): the answer is not in Flexprice's error format. Check the path that your interface declares,"
            + $" then BaseAddress ({Flexprice.BaseAddress}), and proxies on the way.");
    }

    [Theory]
    [InlineData("Ada_Lovelace", "somebody")]
    [InlineData("number_7", "Countess Ada_Lovelace, London")]
    [InlineData("number_7", "Countess number_7")]
    public async Task A_code_that_repeats_what_was_sent_is_not_printed(string code, string author)
    {
        Flexprice.Answer(400, $$"""{"code":"{{code}}","message":"no"}""");

        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(
            () => Notes.AddLabelsAsync(new Dictionary<string, int> { ["Ada_Lovelace"] = 1, ["number_7"] = 2 }, author));

        failure.ProviderCode.ShouldBe(code);
        failure.Message.ShouldNotContain(code);
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_is_named()
    {
        Flexprice.Answer(200, """{"id":"n1","number":"seven"}""");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => Notes.GetAsync("n1", cancellationToken: Token));

        failure.Field.ShouldBe("number");
        failure.Attempts.ShouldBe(1);
        failure.StatusCode.ShouldBe(200);
        failure.OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task A_write_whose_answer_cannot_be_read_may_have_taken_effect()
    {
        Flexprice.Answer(201, """{"id":"n1","number":"seven"}""");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => Notes.AddAsync(new Note("n1"), cancellationToken: Token));

        failure.OutcomeUnknown.ShouldBeTrue();
        failure.Message.ShouldContain("It is unknown whether it took effect.");
    }

    [Fact]
    public async Task An_answer_that_is_too_large_is_unreadable()
    {
        using FlexpriceCustomerClient small = new(Options(static options => (options.MaxResponseBytes, options.MaxAttempts) = (1024, 1)));
        Flexprice.Answer(200, $$"""{"id":"{{new string('x', 2000)}}"}""");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => small.GetApi<INotesApi>(NotesJson.Default).GetAsync("n1", cancellationToken: Token));

        failure.Message.ShouldContain("MaxResponseBytes");
    }

    [Fact]
    public async Task An_answer_that_a_handler_made_up_is_read_like_any_other()
    {
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1").ConfigureHttpClient(static http => http.AddHttpMessageHandler(static () => new InventingHandler()));
        await using ServiceProvider provider = services.BuildServiceProvider();
        INotesApi notes = provider.GetRequiredService<ICustomerClient>().GetApi<INotesApi>(NotesJson.Default);

        (await notes.GetAsync("n1", cancellationToken: Token)).ShouldBe(new Note("made-up"));
        (await Should.ThrowAsync<UnreadableResponseException>(() => notes.AddAsync(new Note("n1"), cancellationToken: Token))).Field.ShouldBe("number");
    }

    [Fact]
    public async Task A_cancellation_while_the_answer_is_read_is_a_cancellation()
    {
        using CancellationTokenSource cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        ServiceCollection services = new();
        services.AddFlexprice(static options => options.ApiKey = "sk_1")
            .ConfigureHttpClient(http => http.AddHttpMessageHandler(() => new CancellingHandler(cancellation)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        INotesApi notes = provider.GetRequiredService<ICustomerClient>().GetApi<INotesApi>(NotesJson.Default);

        await Should.ThrowAsync<OperationCanceledException>(() => notes.GetTextWithAnswerAsync("n1", cancellation.Token));
    }

    /// <summary>Answers without sending, and without naming the request.</summary>
    private sealed class InventingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage
            {
                Content = new StringContent(request.Method == HttpMethod.Get ? """{"id":"made-up"}""" : """{"id":"n1","number":"seven"}"""),
            });
    }

    /// <summary>Answers with a content that cancels the call when it is read.</summary>
    private sealed class CancellingHandler(CancellationTokenSource cancellation) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new CancellingContent(cancellation) });
    }

    private sealed class CancellingContent(CancellationTokenSource cancellation) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await cancellation.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
