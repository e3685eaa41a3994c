using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>Everything that this library's source and meter emitted since it was made, by every test that ran meanwhile: filter by client or URL.</summary>
public sealed class Emitted : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<Measured> _measurements = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics;

    public Emitted()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == BillingTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
        _metrics = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == BillingTelemetry.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => _measurements.Enqueue(new Measured(instrument.Name, value, Copy(tags))));
        _metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => _measurements.Enqueue(new Measured(instrument.Name, value, Copy(tags))));
        _metrics.Start();
    }

    public IReadOnlyList<Activity> Spans => [.. _activities];

    public IReadOnlyList<Measured> Measurements => [.. _measurements];

    public IReadOnlyList<Activity> SpansOf(string client) => [.. Spans.Where(span => (string?)span.GetTagItem("billing.client") == client)];

    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    private static Dictionary<string, object?> Copy(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> copy = [];
        foreach ((string key, object? value) in tags)
        {
            copy[key] = value;
        }

        return copy;
    }
}
