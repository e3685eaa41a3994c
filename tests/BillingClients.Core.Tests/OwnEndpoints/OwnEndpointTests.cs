using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>A Refit interface of the application's own, called through a client over real sockets.</summary>
public sealed class OwnEndpointTests : IAsyncLifetime
{
    private ProviderSimulator _simulator = null!;
    private FlexpriceCustomerClient _client = null!;
    private INotesApi _notes = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FlexpriceSimulation Flexprice => _simulator.Flexprice;

    public async ValueTask InitializeAsync()
    {
        _simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        _client = new FlexpriceCustomerClient(Options());
        _notes = _client.GetApi<INotesApi>(NotesJson.Default);
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_request_goes_to_the_clients_provider_with_its_key()
    {
        Flexprice.Answer(200, """{"id":"n1","number":7}""");

        Note? note = await _notes.GetAsync("n 1", cancellationToken: Token);

        note.ShouldBe(new Note("n1", 7));
        JournalEntry sent = Flexprice.Requests.ShouldHaveSingleItem();
        sent.Method.ShouldBe("GET");
        sent.Target.ShouldBe("/flexprice/v1/notes/n%201/lines?limit=5");
        sent.Header("x-api-key").ShouldBe(Flexprice.ApiKey);
        sent.Header("Accept").ShouldBe("application/json");
        sent.Header("User-Agent").ShouldNotBeNull().ShouldStartWith("BillingClients/");
    }

    [Fact]
    public async Task A_body_is_written_and_read_by_the_applications_contracts()
    {
        Flexprice.Answer(201, """{"id":"n1","number":8,"unknown":true}""");

        Note? note = await _notes.AddAsync(new Note("n1", 8), cancellationToken: Token);

        note.ShouldBe(new Note("n1", 8));
        Flexprice.Requests.ShouldHaveSingleItem().BodyText.ShouldBe("""{"id":"n1","number":8}""");
    }

    [Fact]
    public async Task The_client_is_found_behind_middleware()
    {
        ServiceCollection services = new();
        services.AddFlexprice("books", options => options.ApiKey = "sk_1").UseLogging().Use(get: (key, options, inner, token) => inner.GetAsync(key, options, token));
        services.UseSimulator(_simulator);
        await using ServiceProvider provider = services.BuildServiceProvider();
        ICustomerClient client = provider.GetRequiredKeyedService<ICustomerClient>("books");
        INotesApi notes = client.GetApi<INotesApi>(NotesJson.Default);

        await Should.ThrowAsync<BillingException>(() => notes.DeleteAsync("n1"));

        _simulator.Journal.ShouldHaveSingleItem().Target.ShouldEndWith("/notes/n1");
        client.GetService<IOwnEndpoints>().ShouldBeSameAs(client.GetService<FlexpriceCustomerClient>());
    }

    [Fact]
    public async Task A_read_is_retried()
    {
        Flexprice.Answer(500, "{}");
        Flexprice.Fault(SimulatedFault.ResetAfterCommit);
        Flexprice.Answer(429, "{}");
        Flexprice.Answer(200, """{"id":"n1"}""");

        Note? note = await _notes.GetAsync("n1", cancellationToken: Token);

        note.ShouldBe(new Note("n1"));
        Flexprice.Requests.Count.ShouldBe(4);
        Flexprice.Requests.ShouldAllBe(static request => request.Target == "/flexprice/v1/notes/n1/lines?limit=5");
    }

    [Fact]
    public async Task A_read_that_keeps_failing_says_which_request_it_was_without_its_values()
    {
        for (int attempt = 1; attempt <= 4; attempt++)
        {
            Flexprice.Answer(503, """{"code":"service_unavailable"}""");
        }

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(() => _notes.GetAsync("secret-note", cancellationToken: Token));

        failure.Message.ShouldStartWith("Flexprice: the request GET /notes/{id}/lines failed (HTTP 503, service_unavailable): ");
        failure.ToString().ShouldNotContain("secret-note");
        failure.Attempts.ShouldBe(4);
        failure.StatusCode.ShouldBe(503);
        failure.Operation.ShouldNotBeNull().Kind.ShouldBe(OperationKind.Read);
        failure.OutcomeUnknown.ShouldBeFalse();
    }

    [Theory]
    [InlineData(500)]
    [InlineData(408)]
    [InlineData(501)]
    public async Task A_write_that_may_have_taken_effect_is_sent_once_and_says_so(int status)
    {
        Flexprice.Answer(status, "{}");

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(() => _notes.AddAsync(new Note("n1"), cancellationToken: Token));

        Flexprice.Requests.Count.ShouldBe(1);
        failure.OutcomeUnknown.ShouldBeTrue();
        failure.Operation.ShouldNotBeNull().Kind.ShouldBe(OperationKind.Write);
        failure.Message.ShouldStartWith($"Flexprice: the request POST /notes failed (HTTP {status}): ");
        failure.Message.ShouldEndWith("It is unknown whether it took effect. Read what it changes before you send it again.");
    }

    [Fact]
    public async Task A_write_whose_answer_is_lost_is_sent_once_and_says_so()
    {
        Flexprice.Fault(SimulatedFault.ResetAfterCommit);

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(() => _notes.DeleteAsync("n1"));

        Flexprice.Requests.Count.ShouldBe(1);
        failure.OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_that_is_rate_limited_is_sent_once_and_did_not_take_effect()
    {
        Flexprice.Answer(429, "{}");

        BillingRateLimitException failure = await Should.ThrowAsync<BillingRateLimitException>(() => _notes.AddAsync(new Note("n1"), cancellationToken: Token));

        Flexprice.Requests.Count.ShouldBe(1);
        failure.OutcomeUnknown.ShouldBeFalse();
    }

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

        BillingException failure = await Should.ThrowAsync<BillingException>(() => _notes.AddAsync(new Note("n1"), cancellationToken: Token));

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

        await Should.ThrowAsync<BillingNotFoundException>(() => _notes.GetWithAnswerAsync("n1"));
        await Should.ThrowAsync<BillingNotFoundException>(() => _notes.GetRawAsync("n1"));
        await Should.ThrowAsync<BillingNotFoundException>(() => _notes.GetTextAsync("n1"));
        await Should.ThrowAsync<BillingNotFoundException>(() => _notes.DeleteAsync("n1"));
    }

    [Fact]
    public async Task A_method_may_return_the_answer_its_text_or_nothing()
    {
        Flexprice.Answer(200, """{"id":"n1"}""");
        Flexprice.Answer(200, """{"id":"n2"}""");
        Flexprice.Answer(SimulatedAnswer.Text(200, "Dear Ada"));
        Flexprice.Answer(SimulatedAnswer.Empty(204));

        IApiResponse<Note> whole = await _notes.GetWithAnswerAsync("n1");
        using HttpResponseMessage raw = await _notes.GetRawAsync("n2");
        string text = await _notes.GetTextAsync("n3");
        await _notes.DeleteAsync("n4");

        whole.Content.ShouldBe(new Note("n1"));
        (await raw.Content.ReadAsStringAsync(Token)).ShouldBe("""{"id":"n2"}""");
        text.ShouldBe("Dear Ada");
        Flexprice.Requests[2].Header("Accept").ShouldBe("text/plain");
    }

    [Fact]
    public async Task A_login_page_is_no_answer()
    {
        Flexprice.Answer(SimulatedAnswer.Html(200, "<html>log in</html>"));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => _notes.AddAsync(new Note("n1"), cancellationToken: Token));

        failure.ResponseBody.ShouldBe("<html>log in</html>");
        failure.OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_field_of_the_wrong_type_is_named()
    {
        Flexprice.Answer(200, """{"id":"n1","number":"seven"}""");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => _notes.GetAsync("n1", cancellationToken: Token));

        failure.Field.ShouldBe("number");
        failure.Attempts.ShouldBe(1);
        failure.StatusCode.ShouldBe(200);
        failure.OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task A_write_whose_answer_cannot_be_read_may_have_taken_effect()
    {
        Flexprice.Answer(201, """{"id":"n1","number":"seven"}""");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => _notes.AddAsync(new Note("n1"), cancellationToken: Token));

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

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a\0b")]
    public async Task A_value_that_would_lead_to_another_endpoint_is_refused(string id)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _notes.GetAsync(id, cancellationToken: Token));

        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe("Path");
        refusal.Message.ShouldEndWith("Nothing was sent.");
        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_path_that_is_declared_as_a_whole_is_sent_as_it_is()
    {
        Flexprice.Answer(200, """{"id":"n1"}""");

        await _notes.GetUnderAsync("a/b/c");

        Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/notes/a/b/c");
    }

    [Fact]
    public async Task Paths_that_begin_alike_may_be_declared_with_a_prefix()
    {
        IPrefixedNotesApi notes = _client.GetApi<IPrefixedNotesApi>(NotesJson.Default);
        Flexprice.Answer(200, """{"id":"n1"}""");

        await notes.GetAsync("n1");

        Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/notes/n1");
        await Should.ThrowAsync<BillingValidationException>(() => notes.GetAsync(".."));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2fb")]
    [InlineData("%2e%2e")]
    public async Task A_value_that_the_application_escaped_itself_is_checked_too(string id)
    {
        await Should.ThrowAsync<BillingValidationException>(() => _notes.GetEncodedAsync(id));

        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_link_of_the_provider_can_be_followed_on_its_host_only()
    {
        Flexprice.Answer(200, """{"id":"n2"}""");

        Note? next = await _notes.FollowAsync($"{Flexprice.BaseAddress}/notes?after=n1");

        next.ShouldBe(new Note("n2"));
        Flexprice.Requests.ShouldHaveSingleItem().Target.ShouldBe("/flexprice/v1/notes?after=n1");
        InvalidOperationException refusal = await Should.ThrowAsync<InvalidOperationException>(() => _notes.FollowAsync("https://elsewhere.example/notes"));
        refusal.Message.ShouldContain("the key may only be sent to the configured host");
    }

    [Fact]
    public async Task The_key_is_the_clients_whatever_headers_the_interface_has()
    {
        Flexprice.Answer(200, """{"id":"n1"}""");

        await _notes.GetMineAsync();

        JournalEntry sent = Flexprice.Requests.ShouldHaveSingleItem();
        sent.Header("Authorization").ShouldBeNull();
        sent.Header("x-api-key").ShouldBe(Flexprice.ApiKey);
        sent.Header("X-Mine").ShouldBe("1");
    }

    [Fact]
    public async Task Handlers_of_the_application_see_neither_the_settings_of_the_call_nor_a_key()
    {
        List<object?> seen = [];
        List<string> headers = [];
        ServiceCollection services = new();
        services.AddFlexprice(Copy).ConfigureHttpClient(http => http.AddHttpMessageHandler(() => new SeeingHandler(seen, headers)));
        await using ServiceProvider provider = services.BuildServiceProvider();
        Flexprice.AcceptKey("sk_tenant");
        Flexprice.Answer(200, """{"id":"n1"}""");

        await provider.GetRequiredService<ICustomerClient>().GetApi<INotesApi>(NotesJson.Default).GetAsync("n1", new CallOptions { ApiKey = "sk_tenant" }, Token);

        seen.ShouldNotBeEmpty();
        seen.ShouldNotContain(static value => value is CallOptions);
        headers.ShouldNotContain(static value => value.Contains("sk_"));

        void Copy(FlexpriceOptions options) => (options.ApiKey, options.BaseAddress) = (Flexprice.ApiKey, Flexprice.BaseAddress);
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
    public async Task A_query_with_U_0000_is_refused()
    {
        (await Should.ThrowAsync<BillingValidationException>(() => _notes.SearchAsync("a\0b"))).Errors.ShouldHaveSingleItem().Field.ShouldBe("Query");

        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_settings_of_a_call_are_used()
    {
        Flexprice.AcceptKey("sk_tenant");
        Flexprice.Answer(200, """{"id":"n1"}""");
        CallOptions options = new() { ApiKey = "sk_tenant", Headers = new Dictionary<string, string> { ["X-Tenant"] = "7" }, IdempotencyKey = "of-a-create" };

        await _notes.GetAsync("n1", options, Token);

        JournalEntry sent = Flexprice.Requests.ShouldHaveSingleItem();
        sent.Header("x-api-key").ShouldBe("sk_tenant");
        sent.Header("X-Tenant").ShouldBe("7");
    }

    [Fact]
    public async Task The_time_limit_of_a_call_is_kept()
    {
        Flexprice.Fault(SimulatedFault.StallBeforeCommit);

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(
            () => _notes.AddAsync(new Note("n1"), new CallOptions { Timeout = TimeSpan.FromMilliseconds(200) }, Token));

        failure.Fired.ShouldBe(BillingTimeout.Total);
        failure.OutcomeUnknown.ShouldBeTrue();
        _simulator.Faults.ReleaseStalls();
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_are_refused_before_sending()
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => _notes.AddAsync(new Note("n1"), new CallOptions { ApiKey = "a key", IdempotencyKey = "once" }, Token));

        refusal.Errors.Select(static error => error.Field).ShouldBe(["CallOptions.ApiKey", "CallOptions.IdempotencyKey"]);
        refusal.Message.ShouldContain(
            "CallOptions.IdempotencyKey is not sent with a request of your own interface. Leave it out. If the endpoint takes one, declare it as a [Header] parameter");
        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_caller_can_cancel()
    {
        using CancellationTokenSource cancellation = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Flexprice.Answer(_ =>
        {
            cancellation.Cancel();
            return SimulatedAnswer.Json(200, """{"id":"n1"}""");
        });

        OperationCanceledException cancelled = await Should.ThrowAsync<OperationCanceledException>(() => _notes.GetAsync("n1", cancellationToken: cancellation.Token));

        cancelled.CancellationToken.ShouldBe(cancellation.Token);
    }

    [Fact]
    public async Task A_changed_key_is_used_by_the_next_request()
    {
        FlexpriceOptions options = Options();
        using FlexpriceCustomerClient client = new(options);
        INotesApi notes = client.GetApi<INotesApi>(NotesJson.Default);
        Flexprice.AcceptKey("sk_new");
        options.ApiKey = "sk_new";
        Flexprice.Answer(200, """{"id":"n1"}""");

        await notes.GetAsync("n1", cancellationToken: Token);

        Flexprice.Requests.ShouldHaveSingleItem().Header("x-api-key").ShouldBe("sk_new");
    }

    [Fact]
    public async Task Many_requests_at_once_get_their_own_answers()
    {
        for (int call = 0; call < 100; call++)
        {
            Flexprice.Answer(static request => SimulatedAnswer.Json(200, $$"""{"id":"{{request.Path.Split('/')[^2]}}"}"""));
        }

        Note?[] notes = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => _notes.GetAsync($"n{number}", cancellationToken: Token)));

        notes.ShouldBe(Enumerable.Range(0, 100).Select(static number => new Note($"n{number}")));
    }

    [Fact]
    public async Task After_the_client_its_interfaces_are_disposed_too()
    {
        _client.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => _notes.GetAsync("n1", cancellationToken: Token));
    }

    [Fact]
    public void An_interface_without_generated_code_is_told_what_is_missing() =>
        Should.Throw<InvalidOperationException>(() => _client.GetApi<IDisposable>(NotesJson.Default)).Message.ShouldBe(
            "Refit has generated no client for IDisposable. Reference the package Refit in the project that declares the interface, because its source generator is"
            + " not passed on by other packages, and give each method an attribute such as [Get(\"/path\")].");

    [Fact]
    public void A_client_without_requests_has_no_endpoints()
    {
        using FakeCustomerClient fake = new();

        Should.Throw<InvalidOperationException>(() => fake.GetApi<INotesApi>(NotesJson.Default)).Message.ShouldBe(
            "FakeCustomerClient sends no HTTP requests, so it has no endpoints. In tests, use a ProviderSimulator with a client of the provider.");
    }

    private sealed class SeeingHandler(List<object?> options, List<string> headers) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            options.AddRange(request.Options.Select(static option => option.Value));
            headers.AddRange(request.Headers.SelectMany(static header => header.Value));
            return base.SendAsync(request, cancellationToken);
        }
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

    private FlexpriceOptions Options(Action<FlexpriceOptions>? configure = null)
    {
        FlexpriceOptions options = new() { ApiKey = Flexprice.ApiKey, BaseAddress = Flexprice.BaseAddress, RetryBaseDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        return options;
    }
}
