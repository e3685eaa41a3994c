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
                ["url.template"] = "/customers",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = _app.Simulator.Port,
                ["http.response.status_code"] = 201,
            },
            ignoreOrder: true);
        _app.Logs.Of(1).ShouldHaveSingleItem().Message.ShouldBe("Flexprice: Create succeeded with HTTP 201 in attempt 1");
    }

    [Fact]
    public async Task A_retry_is_an_event_a_count_and_a_line()
    {
        _app.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503));
        await Client.FindAsync(CustomerKey.FromExternalId("canary"), cancellationToken: Token);

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.GetTagItem("http.request.resend_count").ShouldBe(1);
        span.Events.ShouldHaveSingleItem().Tags.ToDictionary().ShouldBe(
            new Dictionary<string, object?> { ["billing.attempt"] = 1, ["error.type"] = "503", ["billing.retry.delay"] = 0d }, ignoreOrder: true);
        _emitted.Measurements.ShouldContain(measured => measured.Instrument == "billing.client.retries" && (string?)measured.Tags["error.type"] == "503");
        _app.Logs.Of(3).ShouldHaveSingleItem().Message.ShouldStartWith("Flexprice: attempt 1 of Get failed with 503, request id ");
    }

    [Fact]
    public async Task A_failure_has_an_error_type_and_a_status()
    {
        await Should.ThrowAsync<BillingNotFoundException>(() => Client.GetAsync(CustomerKey.FromId("cust_none"), cancellationToken: Token));

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.Status.ShouldBe(ActivityStatusCode.Error);
        span.GetTagItem("error.type").ShouldBe("404");
        span.GetTagItem("url.template").ShouldBe("/customers/{id}");
        _app.Logs.Of(2).ShouldBeEmpty();
        _app.Logs.Of(6).ShouldHaveSingleItem().Message.ShouldStartWith("Flexprice: Get found no such customer, request id ");
    }

    [Fact]
    public async Task A_failure_is_a_warning()
    {
        await Client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token);
        await Should.ThrowAsync<BillingConflictException>(() => Client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token));

        _app.Logs.Of(2).ShouldHaveSingleItem().Message.ShouldStartWith("Flexprice: Create failed with 409 in attempt 1, request id ");
    }

    [Fact]
    public async Task A_failure_without_an_answer_is_named_by_its_exception()
    {
        _app.Flexprice.InjectFaults(rate: 1, seed: 1, SimulatedFault.ConnectionRefused);
        await Should.ThrowAsync<BillingConnectionException>(() => Client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: Token));

        Activity span = _emitted.SpansOf(_name).ShouldHaveSingleItem();
        span.GetTagItem("error.type").ShouldBe(nameof(BillingConnectionException));
        span.GetTagItem("http.response.status_code").ShouldBeNull();
        _app.Logs.Of(2).ShouldHaveSingleItem().Message.ShouldBe("Flexprice: Get failed with BillingConnectionException in attempt 4, request id none");
        _app.Logs.Of(3)[0].Message.ShouldBe("Flexprice: attempt 1 of Get failed with BillingConnectionException, request id none; the next follows in 0 ms");
    }

    [Fact]
    public async Task Nothing_personal_and_no_key_is_in_anything_that_is_emitted()
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
            text.ShouldNotContain(_app.Flexprice.ApiKey);
        }
    }
}
