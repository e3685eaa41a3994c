using System.Diagnostics;
using System.Diagnostics.Metrics;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>The names of what this library reports: <c>AddSource(BillingTelemetry.Name)</c>, <c>AddMeter(BillingTelemetry.Name)</c>.</summary>
public static class BillingTelemetry
{
    /// <summary>The name of the <see cref="ActivitySource"/>, of the <see cref="Meter"/> and of the log category's first part.</summary>
    public const string Name = "BillingClients";

    internal static readonly ActivitySource Source = new(Name, LibraryVersion.Text);

    internal static readonly Meter Meter = new(Name, LibraryVersion.Text);

    internal static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "billing.client.operation.duration",
        "s",
        "Duration of an operation, retries and waits included.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 100] });

    internal static readonly Counter<long> Retries = Meter.CreateCounter<long>("billing.client.retries", "{retry}", "Attempts after the first.");

    internal static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "billing.client.refusals", "{refusal}", "Calls that were refused before anything was sent.");
}
