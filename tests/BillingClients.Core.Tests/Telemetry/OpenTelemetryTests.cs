using System.Diagnostics;
using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>The SDK that applications use sees spans and metrics by the one name.</summary>
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task Spans_and_histogram_reach_an_exporter()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        List<string> spans = [];
        List<(string Name, string Unit, double[] Bounds)> metrics = [];
        using (TracerProvider tracing = Sdk.CreateTracerProviderBuilder()
            .AddSource(BillingTelemetry.Name)
            .AddProcessor(new SimpleActivityExportProcessor(new Exporter<Activity>(span => spans.Add(span.DisplayName))))
            .Build())
        using (MeterProvider metering = Sdk.CreateMeterProviderBuilder()
            .AddMeter(BillingTelemetry.Name)
            .AddReader(new BaseExportingMetricReader(new Exporter<Metric>(metric => metrics.Add((metric.Name, metric.Unit, BoundsOf(metric))))))
            .Build())
        {
            await using ServiceProvider provider = app.Build(services => services.AddFlexprice(app.Reach));
            await provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: TestContext.Current.CancellationToken);
            metering.ForceFlush();
        }

        spans.ShouldContain("customer.create");
        (string _, string unit, double[] bounds) = metrics.First(metric => metric.Name == "billing.client.operation.duration");
        unit.ShouldBe("s");
        bounds[0].ShouldBe(0.005);
        bounds[^2].ShouldBe(100);
    }

    private static double[] BoundsOf(Metric metric)
    {
        List<double> bounds = [];
        foreach (ref readonly MetricPoint point in metric.GetMetricPoints())
        {
            if (metric.MetricType == MetricType.Histogram)
            {
                bounds.Clear();
                foreach (HistogramBucket bucket in point.GetHistogramBuckets())
                {
                    bounds.Add(bucket.ExplicitBound);
                }
            }
        }

        return [.. bounds];
    }

    private sealed class Exporter<T>(Action<T> take) : BaseExporter<T>
        where T : class
    {
        public override ExportResult Export(in Batch<T> batch)
        {
            foreach (T item in batch)
            {
                take(item);
            }

            return ExportResult.Success;
        }
    }
}
