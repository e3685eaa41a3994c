using System.Diagnostics;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>Two accounts at one provider can be told apart in every log line, exception, span and measurement, whatever happens to their calls.</summary>
[Collection(nameof(Alone))]
public sealed class TwoClientsTests : IAsyncLifetime
{
    private static readonly string[] Names = ["flexprice-eu", "flexprice-us"];

    private readonly Emitted _emitted = new();
    private readonly Dictionary<string, List<BillingException>> _failures = [];
    private SimulatedApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await SimulatedApp.StartAsync();
        Settings[] settings = [.. Names.Select(_ => _app.Settings(("UnsupportedFields", "Ignore"), ("MaxAttempts", "2")))];
        await using ServiceProvider provider = _app.Build(services =>
        {
            services.ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new PolicyHttpMessageHandler()));
            foreach ((string name, Settings each) in Names.Zip(settings))
            {
                services.AddFlexprice(name, each.Section).UseLogging(includePayload: true)
                    .ConfigureHttpClient(http => http.AddHttpMessageHandler(() => new LoggingHandler(_app.Logs.CreateLogger("application"))));
            }
        });
        foreach (string name in Names)
        {
            _failures[name] = await CallEverythingAsync(provider.GetRequiredKeyedService<ICustomerClient>(name), name);
        }

        foreach (Settings each in settings)
        {
            each.Change(("MaxAttempts", "0"));
        }
    }

    public ValueTask DisposeAsync()
    {
        _emitted.Dispose();
        return _app.DisposeAsync();
    }

    [Fact]
    public void Every_exception_says_whose_it_is_in_a_property_and_in_its_message()
    {
        foreach ((string name, List<BillingException> failures) in _failures)
        {
            failures.Select(static failure => failure.GetType()).ShouldBe(
            [
                typeof(BillingConflictException), typeof(BillingNotFoundException), typeof(BillingProviderException), typeof(AmbiguousOutcomeException),
                typeof(BillingTimeoutException), typeof(BillingConnectionException), typeof(BillingValidationException), typeof(BillingValidationException),
                typeof(BillingValidationException), typeof(UnsupportedFieldException), typeof(BillingValidationException), typeof(BillingValidationException),
            ]);
            failures.ShouldAllBe(failure => failure.Client == name && failure.Provider == "flexprice");
            failures.ShouldAllBe(failure => failure.Message.StartsWith($"{name}: Flexprice", StringComparison.Ordinal));
            failures.Select(static failure => failure.InnerException).OfType<BillingException>().ShouldAllBe(inner => inner.Client == name);
        }
    }

    [Fact]
    public void Every_log_line_says_whose_it_is_and_both_clients_have_the_same_events()
    {
        LogEntry[] ours = [.. _app.Logs.Entries.Where(static entry => LogRecorder.IsOurs(entry.Category))];

        ours.ShouldAllBe(static entry => Names.Any(name => entry.Message.StartsWith($"{name}: ", StringComparison.Ordinal)));
        ours.ShouldAllBe(static entry => Names.Contains(entry.Properties["Client"]));
        ours.ShouldAllBe(static entry => !entry.Message.Contains("(null)"));
        int[][] events = [.. Names.Select(name => ours.Where(entry => (string?)entry.Properties["Client"] == name).Select(static entry => entry.Event.Id).ToArray())];
        events[1].Distinct().Order().ShouldBe(events[0].Distinct().Order());
        events[0].Distinct().Order().ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 22, 23, 24]);
    }

    [Fact]
    public void Every_line_of_a_handler_of_the_application_is_in_a_scope_that_says_whose_it_is()
    {
        LogEntry[] handlers = [.. _app.Logs.Entries.Where(static entry => entry.Category == "application")];

        handlers.ShouldAllBe(static entry => Names.Contains(entry.Scope["Client"]) && (string?)entry.Scope["Provider"] == "flexprice");
        handlers.Select(static entry => entry.Scope["Client"]).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Every_failure_is_one_warning()
    {
        foreach ((string name, List<BillingException> failures) in _failures)
        {
            string[] warnings =
            [
                .. _app.Logs.Entries
                    .Where(entry => entry.Level == LogLevel.Warning && entry.Event.Id != 4 && (string?)entry.Properties["Client"] == name)
                    .Select(static entry => entry.Message),
            ];

            warnings.Length.ShouldBe(failures.Count, string.Join(Environment.NewLine, warnings));
        }
    }

    [Fact]
    public void Every_span_and_every_measurement_says_whose_it_is()
    {
        Activity[] spans = [.. _emitted.Spans];
        Measured[] measured = [.. _emitted.Measurements];

        spans.ShouldAllBe(static span => Names.Contains(span.GetTagItem("billing.client")));
        measured.ShouldAllBe(static each => Names.Contains(each.Tags.GetValueOrDefault("billing.client")));
        foreach (string instrument in (string[])["billing.client.operation.duration", "billing.client.retries", "billing.client.refusals"])
        {
            measured.Where(each => each.Instrument == instrument).Select(static each => each.Tags["billing.client"]).Distinct().Count().ShouldBe(2);
        }
    }

    /// <summary>Success, retry, failure and refusal of every kind.</summary>
    private async Task<List<BillingException>> CallEverythingAsync(ICustomerClient client, string name)
    {
        List<BillingException> failures = [];
        CustomerCreate wanted = SimulatedApp.Ada with { ExternalId = $"crm-{name}", TaxExempt = true };
        _app.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503), Requests.Get("/customers/*"));
        CustomerKey key = CustomerKey.FromId((await client.CreateAsync(wanted, cancellationToken: Token)).Id);
        await client.GetAsync(key, cancellationToken: Token);
        await client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token);
        await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token);
        (await client.FindAsync(CustomerKey.FromId("cust_none"), cancellationToken: Token)).ShouldBeNull();

        await FailAsync(() => client.CreateAsync(wanted, cancellationToken: Token));
        await FailAsync(() => client.UpdateAsync(CustomerKey.FromId("cust_none"), new CustomerUpdate { Name = "Ada" }, cancellationToken: Token));
        await FaultAsync(SimulatedFault.ErrorBeforeCommit(503), () => client.GetAsync(key, cancellationToken: Token));
        await FaultAsync(SimulatedFault.ErrorBeforeCommit(503), () => client.CreateAsync(wanted with { ExternalId = "crm-lost" }, cancellationToken: Token));
        await FaultAsync(
            SimulatedFault.StallBeforeCommit,
            () => client.GetAsync(key, new CallOptions { Timeout = TimeSpan.FromMilliseconds(200) }, Token));
        await FaultAsync(SimulatedFault.ResetBeforeRead, () => client.GetAsync(key, cancellationToken: Token));

        await FailAsync(() => client.CreateAsync(new CustomerCreate { Email = "ada@example.com" }, cancellationToken: Token));
        await FailAsync(() => client.GetAsync(default, cancellationToken: Token));
        await FailAsync(() => client.DeleteAsync(default, cancellationToken: Token));
        await FailAsync(() => client.CreateAsync(wanted, new CallOptions { UnsupportedFields = UnsupportedFields.Throw }, Token));
        await FailAsync(() => client.ListPageAsync(new CustomerListRequest { PageSize = -1 }, cancellationToken: Token));
        await FailAsync(() => client.GetOrCreateAsync(new CustomerCreate { Name = "Ada" }, cancellationToken: Token));
        await client.DeleteAsync(key, cancellationToken: Token);
        return failures;

        async Task FailAsync(Func<Task> call) => failures.Add((BillingException)(await Record.ExceptionAsync(call)).ShouldNotBeNull());

        async Task FaultAsync(SimulatedFault fault, Func<Task> call)
        {
            _app.Flexprice.InjectFaults(rate: 1, seed: 1, fault);
            await FailAsync(call);
            _app.Flexprice.InjectFaults(rate: 0, seed: 1, fault);
            _app.Simulator.Faults.ReleaseStalls();
        }
    }

    private sealed class LoggingHandler(ILogger logger) : DelegatingHandler
    {
        private static readonly Action<ILogger, Exception?> Sending = LoggerMessage.Define(LogLevel.Information, new EventId(1), "Sending.");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sending(logger, null);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
