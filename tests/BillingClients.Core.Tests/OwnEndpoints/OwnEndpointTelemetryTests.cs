using System.Diagnostics;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Core.Tests.Telemetry;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.OwnEndpoints;

/// <summary>What is reported of the requests of an application's own interface: its path with placeholders, and no value.</summary>
public sealed class OwnEndpointTelemetryTests : IAsyncLifetime
{
    private const string Read = "GET /notes/{id}/lines";

    private readonly Emitted _emitted = new();
    private readonly string _name = $"own-{Guid.NewGuid():N}";
    private SimulatedApp _app = null!;
    private ServiceProvider _provider = null!;
    private INotesApi _notes = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FlexpriceSimulation Flexprice => _app.Flexprice.Account(_name);

    private IReadOnlyList<LogEntry> Warnings => [.. _app.Logs.Entries.Where(static entry => entry.Level >= LogLevel.Warning)];

    public async ValueTask InitializeAsync()
    {
        _app = await SimulatedApp.StartAsync();
        _provider = _app.Build(services => services.AddFlexprice(_name, _app.Reach).Services.UseSimulator(_app.Simulator));
        _notes = _provider.GetRequiredService<ICustomerClient>().GetApi<INotesApi>(NotesJson.Default);
    }

    public async ValueTask DisposeAsync()
    {
        _emitted.Dispose();
        await _provider.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_success_is_a_span_that_is_named_like_the_request()
    {
        Answer(200, """{"id":"n1"}""");

        await _notes.GetAsync("canary", cancellationToken: Token);

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.OperationName.ShouldBe(Read);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        span.GetTagItem("billing.operation").ShouldBe("read");
        span.GetTagItem("url.template").ShouldBe(BasePath + "/notes/{id}/lines");
        span.TagObjects.ShouldAllBe(static tag => !$"{tag.Value}".Contains("canary"));
        _app.Logs.Of(1).ShouldHaveSingleItem().Message.ShouldStartWith($"{_name}: {Read} succeeded with HTTP 200 after 1 attempt in ");
    }

    [Fact]
    public async Task A_failure_is_one_warning_and_an_error_span()
    {
        Answer(404, """{"code":"not_found","message":"no such note"}""");

        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(() => _notes.GetAsync("canary", cancellationToken: Token));

        failure.Client.ShouldBe(_name);
        Warnings.ShouldHaveSingleItem().Message.ShouldStartWith($"{_name}: {Read} failed with 404 (BillingNotFoundException) after 1 attempt in ");
        _emitted.SpansOf(_name).ShouldHaveSingleItem().Status.ShouldBe(ActivityStatusCode.Error);
    }

    [Fact]
    public async Task A_refusal_is_one_warning_and_an_error_span()
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _notes.GetAsync("..", cancellationToken: Token));

        refusal.Client.ShouldBe(_name);
        Warnings.ShouldHaveSingleItem().Message.ShouldBe($"{_name}: {Read} was refused before it was sent, with BillingValidationException (Path)");
        _emitted.SpansOf(_name).ShouldHaveSingleItem().GetTagItem("error.type").ShouldBe(nameof(BillingValidationException));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_one_warning()
    {
        Answer(200, """{"id":7}""");

        await Should.ThrowAsync<UnreadableResponseException>(() => _notes.GetAsync("canary", cancellationToken: Token));

        Warnings.ShouldHaveSingleItem().Message.ShouldStartWith($"{_name}: {Read} failed with UnreadableResponseException (HTTP 200) after 1 attempt in ");
    }

    private string BasePath => Flexprice.BaseAddress.AbsolutePath;

    private void Answer(int status, string json) => Flexprice.Answer(status, json);
}
