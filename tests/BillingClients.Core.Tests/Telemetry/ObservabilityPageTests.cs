using System.Diagnostics;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>What the page lists is what is emitted, no less and no more. When this fails, change <c>docs/observability.md</c> or what is emitted.</summary>
public sealed class ObservabilityPageTests : IAsyncLifetime
{
    private readonly Emitted _emitted = new();
    private readonly ObservabilityPage _page = new();
    private readonly string _name = $"page-{Guid.NewGuid():N}";
    private SimulatedApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<Activity> Spans => _emitted.SpansOf(_name);

    public async ValueTask InitializeAsync()
    {
        _app = await SimulatedApp.StartAsync();
        await UseEverythingAsync();
    }

    public ValueTask DisposeAsync()
    {
        _emitted.Dispose();
        return _app.DisposeAsync();
    }

    [Fact]
    public void Every_span_and_every_attribute_of_a_span_is_on_the_page()
    {
        Spans.Select(span => span.OperationName).Distinct().ShouldBe(_page.Spans, ignoreOrder: true);
        Spans.SelectMany(span => span.TagObjects).Select(tag => tag.Key).Distinct().ShouldBe(_page.SpanAttributes, ignoreOrder: true);
    }

    [Fact]
    public void Every_event_is_on_the_page_with_its_attributes()
    {
        ILookup<string, ActivityEvent> events = Spans.SelectMany(span => span.Events).ToLookup(entry => entry.Name);

        events.Select(group => group.Key).ShouldBe(_page.Events.Keys, ignoreOrder: true);
        foreach ((string name, string[] attributes) in _page.Events)
        {
            events[name].SelectMany(entry => entry.Tags).Select(tag => tag.Key).Distinct().ShouldBe(attributes, ignoreOrder: true);
        }
    }

    [Fact]
    public void Every_instrument_is_on_the_page_with_its_attributes()
    {
        ILookup<string, Measured> measured = _emitted.Measurements.ToLookup(measurement => measurement.Instrument);

        measured.Select(group => group.Key).ShouldBe(_page.Instruments.Keys, ignoreOrder: true);
        foreach ((string name, string[] attributes) in _page.Instruments)
        {
            measured[name].SelectMany(measurement => measurement.Tags.Keys).Distinct().ShouldBe(attributes, ignoreOrder: true);
        }
    }

    [Fact]
    public void Every_log_event_is_on_the_page_with_its_level()
    {
        Dictionary<int, string> logged = _app.Logs.Entries
            .Where(entry => LogRecorder.IsOurs(entry.Category))
            .GroupBy(entry => entry.Event.Id)
            .ToDictionary(group => group.Key, group => group.Select(entry => entry.Level.ToString()).Distinct().ShouldHaveSingleItem());

        logged.ShouldBe(_page.LogEvents, ignoreOrder: true);
    }

    /// <summary>Success, retry and failure of every kind, all operations, and both things that are said outside of a call.</summary>
    private async Task UseEverythingAsync()
    {
        Settings settings = _app.Settings(("UnsupportedFields", "Ignore"));
        await using ServiceProvider provider = _app.Build(services => services
            .ConfigureHttpClientDefaults(static http => http.AddHttpMessageHandler(static () => new PolicyHttpMessageHandler()))
            .AddFlexprice(_name, settings.Section).UseLogging(includePayload: true));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        _app.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503), Requests.Get("/customers/*"));

        Customer created = await client.CreateAsync(SimulatedApp.Ada with { TaxExempt = true }, cancellationToken: Token);
        CustomerKey key = CustomerKey.FromId(created.Id);
        await client.GetAsync(key, cancellationToken: Token);
        await client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: Token);
        await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token);
        await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token));
        await client.DeleteAsync(key, cancellationToken: Token);
        await Should.ThrowAsync<BillingNotFoundException>(() => client.GetAsync(CustomerKey.FromId("cust_none"), cancellationToken: Token));
        await Should.ThrowAsync<BillingValidationException>(() => client.GetAsync(default, cancellationToken: Token));
        settings.Change(("ApiKey", ""));
    }
}
