using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>Everything that could end up in front of somebody else: log, spans, metrics, exceptions, what results print. Each with where it was seen.</summary>
public sealed class Observed : IDisposable
{
    private const int LongestShown = 300;

    private readonly ConcurrentDictionary<(string Where, string Text), bool> _texts = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _metrics;

    /// <summary>Begins to listen.</summary>
    public Observed()
    {
        Log = new ObservedLog(Add);
        _spans = new ActivityListener
        {
            ShouldListenTo = static source => IsOfInterest(source.Name),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = static (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_spans);
        _metrics = new MeterListener { InstrumentPublished = static (instrument, listener) => Publish(instrument, listener) };
        _metrics.SetMeasurementEventCallback<double>((instrument, _, tags, _) => AddTags($"metric {instrument.Name}", tags.ToArray()));
        _metrics.SetMeasurementEventCallback<long>((instrument, _, tags, _) => AddTags($"metric {instrument.Name}", tags.ToArray()));
        _metrics.Start();
    }

    /// <summary>What clients log to.</summary>
    public ObservedLog Log { get; }

    /// <summary>What was seen so far.</summary>
    public IReadOnlyCollection<(string Where, string Text)> Texts => [.. _texts.Keys];

    /// <summary>Adds a text.</summary>
    public void Add(string where, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            _texts.TryAdd((where, text), true);
        }
    }

    /// <summary>Adds what an object prints, in a log and in a debugger.</summary>
    public void AddPrinted(string where, object? value)
    {
        if (value is not null)
        {
            Add($"{where}: {value.GetType().Name}.ToString()", value.ToString());
            Add($"{where}: {value.GetType().Name} in a debugger", DebuggerText.Of(value));
        }
    }

    /// <summary>Adds an exception, and those inside it.</summary>
    public void Add(string where, Exception exception)
    {
        // It holds the texts of the exceptions inside it, and a debugger shows the same. To make it takes longer than the call that failed.
        Add($"{where}: {exception.GetType().Name}.ToString()", exception.ToString());
        for (Exception? inside = exception; inside is not null; inside = inside.InnerException)
        {
            string name = $"{where}: {inside.GetType().Name}";
            Add($"{name}.Message", inside.Message);
            foreach (DictionaryEntry entry in inside.Data)
            {
                Add($"{name}.Data", $"{entry.Key} = {entry.Value}");
            }
        }
    }

    /// <summary>Where which canary was found; empty when nothing leaked.</summary>
    public IReadOnlyList<string> Leaks(Canaries canaries)
    {
        CanarySearch search = new(canaries);
        IEnumerable<string> leaks = Texts.SelectMany(seen => search.In(seen.Text).Select(name => $"{name} in {seen.Where}: {StartOf(seen.Text)}"));
        return [.. leaks.Order(StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
        Log.Dispose();
    }

    private static string StartOf(string text) => text.Split('\n')[0] is { Length: > LongestShown } line ? $"{line[..LongestShown]}…" : text.Split('\n')[0];

    // The framework's own spans of HTTP and of connections as well: an application that listens sees them.
    private static bool IsOfInterest(string name) =>
        name.StartsWith(BillingTelemetry.Name, StringComparison.Ordinal) || name.Contains("System.Net", StringComparison.Ordinal);

    private static void Publish(Instrument instrument, MeterListener listener)
    {
        if (IsOfInterest(instrument.Meter.Name))
        {
            listener.EnableMeasurementEvents(instrument);
        }
    }

    private void Add(Activity span)
    {
        string where = $"span {span.OperationName}";
        Add(where, span.DisplayName);
        Add(where, span.StatusDescription);
        AddTags(where, span.TagObjects);
        AddTags($"{where}, baggage", span.Baggage.Select(static item => KeyValuePair.Create<string, object?>(item.Key, item.Value)));
        foreach (ActivityEvent happened in span.Events)
        {
            Add($"{where}, event", happened.Name);
            AddTags($"{where}, event", happened.Tags);
        }
    }

    private void AddTags(string where, IEnumerable<KeyValuePair<string, object?>> tags)
    {
        foreach ((string key, object? value) in tags)
        {
            Add($"{where}, {key}", value?.ToString());
        }
    }
}
