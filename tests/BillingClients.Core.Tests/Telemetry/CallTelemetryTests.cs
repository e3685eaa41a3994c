using System.Collections.Concurrent;
using System.Diagnostics;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>Spans and measurements of calls that succeed, are retried and fail; their values; and that none of them is personal.</summary>
public sealed class CallTelemetryTests : IAsyncLifetime
{
    private readonly Emitted _emitted = new();
    private readonly string _name = $"calls-{Guid.NewGuid():N}";
    private SimulatedApp _app = null!;
    private ServiceProvider _provider = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FlexpriceSimulation Flexprice => _app.Flexprice.Account(_name);

    private ICustomerClient Client => _provider.GetRequiredService<ICustomerClient>();

    public async ValueTask InitializeAsync()
    {
        _app = await SimulatedApp.StartAsync();
        _provider = _app.Build(services => services.AddFlexprice(_name, _app.Reach).Services.UseSimulator(_app.Simulator));
    }

    public async ValueTask DisposeAsync()
    {
        _emitted.Dispose();
        await _provider.DisposeAsync();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_success_is_a_client_span_with_the_conventions_attributes()
    {
        await Client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token);

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.OperationName.ShouldBe("customer.create");
        span.Kind.ShouldBe(ActivityKind.Client);
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        span.TagObjects.ToDictionary().ShouldBe(
            new Dictionary<string, object?>
            {
                ["billing.provider"] = "flexprice",
                ["billing.operation"] = "create",
                ["billing.client"] = _name,
                ["http.request.method"] = "POST",
                ["url.template"] = Flexprice.BaseAddress.AbsolutePath + "/customers",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = _app.Simulator.Port,
                ["http.response.status_code"] = 201,
            },
            ignoreOrder: true);
        _app.Logs.Of(1).ShouldHaveSingleItem().Message.ShouldMatch($"^{_name}: customer.create succeeded with HTTP 201 after 1 attempt in [0-9.]+ ms$");
    }

    [Fact]
    public async Task A_retry_is_an_event_a_count_and_a_line()
    {
        Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503));
        await Client.FindAsync(CustomerKey.FromExternalId("canary"), cancellationToken: Token);

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.GetTagItem("http.request.resend_count").ShouldBe(1);
        span.Events.ShouldHaveSingleItem().Tags.ToDictionary().ShouldBe(
            new Dictionary<string, object?> { ["billing.attempt"] = 1, ["error.type"] = "503", ["billing.retry.delay"] = 0d }, ignoreOrder: true);
        _emitted.Measurements.ShouldContain(measured => measured.Instrument == "billing.client.retries" && (string?)measured.Tags["error.type"] == "503");
        _app.Logs.Of(3).ShouldHaveSingleItem().Message.ShouldStartWith($"{_name}: attempt 1 of customer.get failed with 503, request id ");
    }

    [Fact]
    public async Task A_get_that_finds_nobody_is_not_reported_as_an_error()
    {
        await Should.ThrowAsync<BillingNotFoundException>(() => Client.GetAsync(CustomerKey.FromId("cust_none"), cancellationToken: Token));

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Unset);
        span.GetTagItem("error.type").ShouldBeNull();
        span.GetTagItem("http.response.status_code").ShouldBe(404);
        IReadOnlyDictionary<string, object?> measured = MeasuredBy("billing.client.operation.duration").ShouldHaveSingleItem();
        measured.ShouldNotContainKey("error.type");
        measured["http.response.status_code"].ShouldBe(404);
        _app.Logs.Of(2).ShouldBeEmpty();
        _app.Logs.Of(6).ShouldHaveSingleItem().Message
            .ShouldMatch($"^{_name}: customer.get found no such customer after 1 attempt in [0-9.]+ ms, request id [A-Za-z0-9_-]+$");
    }

    [Fact]
    public async Task An_update_that_finds_nobody_is_an_error()
    {
        await Should.ThrowAsync<BillingNotFoundException>(
            () => Client.UpdateAsync(CustomerKey.FromId("cust_none"), new CustomerUpdate { Name = "Ada" }, cancellationToken: Token));

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("404");
        MeasuredBy("billing.client.operation.duration").ShouldHaveSingleItem()["error.type"].ShouldBe("404");
    }

    [Fact]
    public async Task A_create_whose_outcome_is_unknown_has_an_error_type_of_its_own()
    {
        Flexprice.InjectFaults(rate: 1, seed: 1, SimulatedFault.ErrorAfterCommit(503));
        await Should.ThrowAsync<AmbiguousOutcomeException>(() => Client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token));

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.GetTagItem("error.type").ShouldBe(nameof(AmbiguousOutcomeException));
        span.GetTagItem("http.response.status_code").ShouldBe(503);
        MeasuredBy("billing.client.operation.duration").ShouldHaveSingleItem()["error.type"].ShouldBe(nameof(AmbiguousOutcomeException));
        _app.Logs.Of(2).ShouldHaveSingleItem().Message.ShouldStartWith($"{_name}: customer.create failed with AmbiguousOutcomeException (BillingProviderException) after 4 attempts in ");
    }

    [Fact]
    public async Task A_refused_call_is_a_span_a_count_and_a_warning_and_no_duration()
    {
        CustomerCreate refused = SimulatedApp.Ada with { TaxExempt = true };

        await Should.ThrowAsync<UnsupportedFieldException>(() => Client.CreateAsync(refused, cancellationToken: Token));

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.OperationName.ShouldBe("customer.create");
        span.Status.ShouldBe(ActivityStatusCode.Error);
        Dictionary<string, object?> tags = new()
        {
            ["billing.provider"] = "flexprice",
            ["billing.operation"] = "create",
            ["billing.client"] = _name,
            ["error.type"] = nameof(UnsupportedFieldException),
        };
        span.TagObjects.ToDictionary().ShouldBe(tags, ignoreOrder: true);
        MeasuredBy("billing.client.refusals").ShouldHaveSingleItem().ShouldBe(tags, ignoreOrder: true);
        MeasuredBy("billing.client.operation.duration").ShouldBeEmpty();
        LogEntry warning = _app.Logs.Of(8).ShouldHaveSingleItem();
        warning.Message.ShouldBe($"{_name}: customer.create was refused before it was sent, with UnsupportedFieldException (TaxExempt)");
        warning.Scope["Client"].ShouldBe(_name);
        Flexprice.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_get_or_create_that_is_refused_is_counted_too()
    {
        await Should.ThrowAsync<BillingValidationException>(() => Client.GetOrCreateAsync(new CustomerCreate { Name = "Ada" }, cancellationToken: Token));

        MeasuredBy("billing.client.refusals").ShouldHaveSingleItem()["error.type"].ShouldBe(nameof(BillingValidationException));
        _app.Logs.Of(8).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_sampler_sees_what_is_known_when_the_call_begins()
    {
        ConcurrentQueue<Dictionary<string, object?>> seen = new();
        using ActivityListener sampler = new()
        {
            ShouldListenTo = static source => source.Name == BillingTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
            {
                seen.Enqueue(options.Tags?.ToDictionary() ?? []);
                return ActivitySamplingResult.None;
            },
        };
        ActivitySource.AddActivityListener(sampler);

        await Client.FindAsync(CustomerKey.FromId("cust_none"), cancellationToken: Token);

        seen.Where(tags => (string?)tags.GetValueOrDefault("billing.client") == _name).ShouldHaveSingleItem().ShouldBe(
            new Dictionary<string, object?>
            {
                ["billing.provider"] = "flexprice",
                ["billing.operation"] = "get",
                ["billing.client"] = _name,
                ["http.request.method"] = "GET",
                ["url.template"] = Flexprice.BaseAddress.AbsolutePath + "/customers/{id}",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = _app.Simulator.Port,
            },
            ignoreOrder: true);
    }

    [Fact]
    public void The_source_and_the_meter_have_the_version_of_the_library()
    {
        string version = typeof(BillingTelemetry).Assembly.GetName().Version!.ToString(3);

        BillingTelemetry.Source.Version.ShouldNotBeNull().ShouldStartWith(version);
        BillingTelemetry.Source.Version.ShouldNotContain("+");
        BillingTelemetry.Meter.Version.ShouldBe(BillingTelemetry.Source.Version);
    }

    [Fact]
    public async Task A_failure_is_a_warning()
    {
        await Client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token);
        await Should.ThrowAsync<BillingConflictException>(() => Client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token));

        _app.Logs.Of(2).ShouldHaveSingleItem().Message.ShouldMatch($"^{_name}: customer.create failed with 409 \\(BillingConflictException\\) after 1 attempt in [0-9.]+ ms, request id [A-Za-z0-9_-]+$");
    }

    [Fact]
    public async Task A_failure_without_an_answer_is_named_by_its_exception()
    {
        Flexprice.InjectFaults(rate: 1, seed: 1, SimulatedFault.ConnectionRefused);
        await Should.ThrowAsync<BillingConnectionException>(() => Client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token));

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.GetTagItem("error.type").ShouldBe(nameof(BillingConnectionException));
        span.GetTagItem("http.response.status_code").ShouldBeNull();
        _app.Logs.Of(2).ShouldHaveSingleItem().Message.ShouldMatch($"^{_name}: customer.get failed with BillingConnectionException \\(ConnectionError\\) after 4 attempts in [0-9.]+ ms, request id none$");
        _app.Logs.Of(3)[0].Message.ShouldBe(
            $"{_name}: attempt 1 of customer.get failed with BillingConnectionException, request id none; the next attempt follows in 0 ms");
    }

    [Fact]
    public async Task Whatever_is_emitted_contains_no_personal_data_and_no_key()
    {
        CustomerCreate canary = new() { ExternalId = "canary-id", Name = "Canary", Email = "canary@example.com" };
        Customer created = await Client.CreateAsync(canary, cancellationToken: Token);
        await Client.FindAsync(CustomerKey.FromExternalId("canary-id"), cancellationToken: Token);
        await Should.ThrowAsync<BillingConflictException>(() => Client.CreateAsync(canary, cancellationToken: Token));

        IEnumerable<object?> emitted = _emitted.SpansOf(_name).SelectMany(span => span.TagObjects.Concat(span.Events.SelectMany(entry => entry.Tags)).Select(tag => tag.Value))
            .Concat(_emitted.Measurements.SelectMany(measured => measured.Tags.Values))
            .Concat(_app.Logs.Entries.Select(entry => entry.Message));
        foreach (string text in emitted.Select(value => value?.ToString() ?? ""))
        {
            text.ShouldNotContain("canary", Case.Insensitive);
            text.ShouldNotContain(created.Id);
            text.ShouldNotContain(Flexprice.ApiKey);
        }
    }

    private IReadOnlyDictionary<string, object?>[] MeasuredBy(string instrument) =>
    [
        .. _emitted.Measurements.Where(measured => measured.Instrument == instrument && (string?)measured.Tags["billing.client"] == _name)
            .Select(static measured => measured.Tags),
    ];
}
