using System.Diagnostics;
using System.Diagnostics.Metrics;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>What the application listens to, and how, changes no outcome. Nothing of ours lands on the application's own span.</summary>
[Collection(nameof(Alone))]
public sealed class ListenerTests
{
    private static readonly CustomerKey Nobody = CustomerKey.FromId("cust_none");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_retry_writes_nothing_on_the_applications_span_when_our_source_is_off()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(app.Reach));
        using ActivitySource source = new("application");
        using ActivityListener listener = Listen(source.Name);
        using Activity span = source.StartActivity("sign-up").ShouldNotBeNull();
        app.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503));

        (await provider.GetRequiredService<ICustomerClient>().FindAsync(Nobody, cancellationToken: Token)).ShouldBeNull();

        app.Flexprice.Requests.Count.ShouldBe(2);
        span.Events.ShouldBeEmpty();
        span.TagObjects.ShouldBeEmpty();
        Activity.Current.ShouldBeSameAs(span);
    }

    [Theory]
    [InlineData("sampled")]
    [InlineData("started")]
    [InlineData("stopped")]
    public async Task A_listener_of_spans_that_throws_changes_no_outcome(string when)
    {
        int thrown = 0;
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == BillingTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => when == "sampled" ? throw Broken(ref thrown) : ActivitySamplingResult.AllData,
            ActivityStarted = _ => ThrowIf(when == "started", ref thrown),
            ActivityStopped = _ => ThrowIf(when == "stopped", ref thrown),
        };
        ActivitySource.AddActivityListener(listener);

        await CallAsync();

        thrown.ShouldBeGreaterThan(1);
        Activity.Current.ShouldBeNull();
    }

    [Fact]
    public async Task A_listener_of_metrics_that_throws_changes_no_outcome()
    {
        int thrown = 0;
        using MeterListener listener = new()
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == BillingTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => throw Broken(ref thrown));
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw Broken(ref thrown));
        listener.Start();

        await CallAsync();

        thrown.ShouldBeGreaterThan(2);
    }

    private static async Task CallAsync()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        await using ServiceProvider provider = app.Build(services => services.AddFlexprice(app.Reach));
        ICustomerClient client = provider.GetRequiredService<ICustomerClient>();
        app.Flexprice.Fault(SimulatedFault.ErrorBeforeCommit(503));
        await client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token);
        app.Flexprice.Customers.ShouldHaveSingleItem();
        await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(SimulatedApp.Ada, cancellationToken: Token));
    }

    private static ActivityListener Listen(string name)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static void ThrowIf(bool condition, ref int thrown)
    {
        if (condition)
        {
            throw Broken(ref thrown);
        }
    }

    private static InvalidOperationException Broken(ref int thrown)
    {
        Interlocked.Increment(ref thrown);
        return new InvalidOperationException("The collector is gone.");
    }
}
