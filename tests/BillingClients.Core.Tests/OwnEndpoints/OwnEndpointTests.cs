using BillingClients.Core.Tests.Fixtures;
using BillingClients.Providers;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>A Refit interface of the application's own, called through a client: what is sent, how often, and with which settings.</summary>
public sealed class OwnEndpointTests : NotesTests
{
    [Fact]
    public async Task A_request_goes_to_theClients_provider_with_its_key()
    {
        Flexprice.Answer(200, """{"id":"n1","number":7}""");

        Note? note = await Notes.GetAsync("n 1", cancellationToken: Token);

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

        Note? note = await Notes.AddAsync(new Note("n1", 8), cancellationToken: Token);

        note.ShouldBe(new Note("n1", 8));
        Flexprice.Requests.ShouldHaveSingleItem().BodyText.ShouldBe("""{"id":"n1","number":8}""");
    }

    [Fact]
    public async Task The_client_is_found_behind_middleware()
    {
        ServiceCollection services = new();
        services.AddFlexprice("books", options => options.ApiKey = "sk_1").UseLogging().Use(get: (key, options, inner, token) => inner.GetAsync(key, options, token));
        services.UseSimulator(Simulator);
        await using ServiceProvider provider = services.BuildServiceProvider();
        ICustomerClient client = provider.GetRequiredKeyedService<ICustomerClient>("books");
        INotesApi notes = client.GetApi<INotesApi>(NotesJson.Default);

        await Should.ThrowAsync<BillingException>(() => notes.DeleteAsync("n1"));

        Simulator.Journal.ShouldHaveSingleItem().Target.ShouldEndWith("/notes/n1");
        client.GetService<IOwnEndpoints>().ShouldBeSameAs(client.GetService<FlexpriceCustomerClient>());
    }

    [Fact]
    public async Task A_read_is_retried()
    {
        Flexprice.Answer(500, "{}");
        Flexprice.Fault(SimulatedFault.ResetAfterCommit);
        Flexprice.Answer(429, "{}");
        Flexprice.Answer(200, """{"id":"n1"}""");

        Note? note = await Notes.GetAsync("n1", cancellationToken: Token);

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

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(() => Notes.GetAsync("secret-note", cancellationToken: Token));

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

        BillingProviderException failure = await Should.ThrowAsync<BillingProviderException>(() => Notes.AddAsync(new Note("n1"), cancellationToken: Token));

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

        BillingConnectionException failure = await Should.ThrowAsync<BillingConnectionException>(() => Notes.DeleteAsync("n1"));

        Flexprice.Requests.Count.ShouldBe(1);
        failure.OutcomeUnknown.ShouldBeTrue();
    }

    [Fact]
    public async Task A_write_that_is_rate_limited_is_sent_once_and_did_not_take_effect()
    {
        Flexprice.Answer(429, "{}");

        BillingRateLimitException failure = await Should.ThrowAsync<BillingRateLimitException>(() => Notes.AddAsync(new Note("n1"), cancellationToken: Token));

        Flexprice.Requests.Count.ShouldBe(1);
        failure.OutcomeUnknown.ShouldBeFalse();
    }

    [Fact]
    public async Task The_key_is_theClients_whatever_headers_the_interface_has()
    {
        Flexprice.Answer(200, """{"id":"n1"}""");

        await Notes.GetMineAsync();

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
    public async Task The_settings_of_a_call_are_used()
    {
        Flexprice.AcceptKey("sk_tenant");
        Flexprice.Answer(200, """{"id":"n1"}""");
        CallOptions options = new() { ApiKey = "sk_tenant", Headers = new Dictionary<string, string> { ["X-Tenant"] = "7" }, IdempotencyKey = "of-a-create" };

        await Notes.GetAsync("n1", options, Token);

        JournalEntry sent = Flexprice.Requests.ShouldHaveSingleItem();
        sent.Header("x-api-key").ShouldBe("sk_tenant");
        sent.Header("X-Tenant").ShouldBe("7");
    }

    [Fact]
    public async Task The_time_limit_of_a_call_is_kept()
    {
        Flexprice.Fault(SimulatedFault.StallBeforeCommit);

        BillingTimeoutException failure = await Should.ThrowAsync<BillingTimeoutException>(
            () => Notes.AddAsync(new Note("n1"), new CallOptions { Timeout = TimeSpan.FromMilliseconds(200) }, Token));

        failure.Fired.ShouldBe(BillingTimeout.Total);
        failure.OutcomeUnknown.ShouldBeTrue();
        Simulator.Faults.ReleaseStalls();
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_are_refused_before_sending()
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => Notes.AddAsync(new Note("n1"), new CallOptions { ApiKey = "a key", IdempotencyKey = "once" }, Token));

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

        OperationCanceledException cancelled = await Should.ThrowAsync<OperationCanceledException>(() => Notes.GetAsync("n1", cancellationToken: cancellation.Token));

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
    public async Task Changed_options_that_are_invalid_are_refused_and_reported()
    {
        using LogRecorder logs = new();
        FlexpriceOptions options = Options();
        using FlexpriceCustomerClient client = new(options, logs);
        INotesApi notes = client.GetApi<INotesApi>(NotesJson.Default);
        options.MaxAttempts = -1;

        await Should.ThrowAsync<InvalidOperationException>(() => notes.GetAsync("n1", cancellationToken: Token));

        logs.Of(8).ShouldHaveSingleItem().Message.ShouldStartWith("flexprice: GET /notes/{id}/lines was refused before it was sent");
        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_requests_at_once_get_their_own_answers()
    {
        for (int call = 0; call < 100; call++)
        {
            Flexprice.Answer(static request => SimulatedAnswer.Json(200, $$"""{"id":"{{request.Path.Split('/')[^2]}}"}"""));
        }

        Note?[] notes = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Notes.GetAsync($"n{number}", cancellationToken: Token)));

        notes.ShouldBe(Enumerable.Range(0, 100).Select(static number => new Note($"n{number}")));
    }

    [Fact]
    public async Task The_interfaces_of_a_disposed_client_are_disposed_too()
    {
        Client.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => Notes.GetAsync("n1", cancellationToken: Token));
    }

    [Fact]
    public void An_interface_without_generated_code_is_told_what_is_missing() =>
        Should.Throw<InvalidOperationException>(() => Client.GetApi<IDisposable>(NotesJson.Default)).Message.ShouldBe(
            "Refit has generated no client for IDisposable. Reference the package Refit in the project that declares the interface, because its source generator is"
            + " not passed on by other packages, and give each method an attribute such as [Get(\"/path\")].");

    [Fact]
    public void A_client_without_requests_has_no_endpoints()
    {
        using FakeCustomerClient fake = new();
        ICustomerClient wrapped = fake.AsBuilder().Use(get: (key, options, inner, token) => inner.GetAsync(key, options, token)).Build();

        Should.Throw<InvalidOperationException>(() => wrapped.GetApi<INotesApi>(NotesJson.Default)).Message.ShouldBe(
            "The client 'fake' sends no HTTP requests, so it has no endpoints. In tests, use a ProviderSimulator with a client of the provider.");
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
}
