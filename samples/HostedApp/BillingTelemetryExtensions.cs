using BillingClients;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace HostedApp;

/// <summary>Spans and metrics of the billing clients, sent by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where to.</summary>
internal static class BillingTelemetryExtensions
{
    internal static void AddBillingTelemetry(this IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is null)
        {
            return;
        }

        services.AddSingleton(static _ => Sdk.CreateTracerProviderBuilder().AddSource(BillingTelemetry.Name).AddOtlpExporter().Build());
        services.AddSingleton(static _ => Sdk.CreateMeterProviderBuilder().AddMeter(BillingTelemetry.Name).AddOtlpExporter().Build());
        services.AddHostedService<Exporting>();
    }

    /// <summary>Makes both when the host starts; the container disposes them, which sends what is left.</summary>
    private sealed class Exporting(TracerProvider tracing, MeterProvider metering) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            tracing.ForceFlush();
            metering.ForceFlush();
            return Task.CompletedTask;
        }
    }
}
