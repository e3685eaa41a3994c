using System.Collections.Concurrent;
using System.Diagnostics;
using BillingClients.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace BillingClients.Hosting.Tests;

/// <summary>
/// In an ASP.NET Core application, a call's span is recorded only if something listens to the request's own activity, as <c>docs/observability.md</c> says.
/// </summary>
[Collection(nameof(Alone))]
public sealed class AspNetCoreTests
{
    [Fact(Timeout = WriteCase.Hung)]
    public async Task Without_the_requests_source_no_span_is_recorded() =>
        (await SpansOfOneRequestAsync(static tracing => tracing.AddSource(BillingTelemetry.Name), TestContext.Current.CancellationToken)).ShouldBeEmpty();

    [Fact(Timeout = WriteCase.Hung)]
    public async Task With_the_requests_source_the_calls_span_is_a_child_of_the_requests() =>
        ShouldBeAChild(await SpansOfOneRequestAsync(
            static tracing => tracing.AddSource("Microsoft.AspNetCore").AddSource(BillingTelemetry.Name), TestContext.Current.CancellationToken));

    [Fact(Timeout = WriteCase.Hung)]
    public async Task With_the_instrumentation_the_calls_span_is_a_child_of_the_requests() =>
        ShouldBeAChild(await SpansOfOneRequestAsync(
            static tracing => tracing.AddAspNetCoreInstrumentation().AddSource(BillingTelemetry.Name), TestContext.Current.CancellationToken));

    private static void ShouldBeAChild(IReadOnlyCollection<Activity> spans)
    {
        Activity call = spans.Where(static span => span.Source.Name == BillingTelemetry.Name).ShouldHaveSingleItem();
        Activity request = spans.Where(static span => span.Source.Name == "Microsoft.AspNetCore").ShouldHaveSingleItem();
        call.ParentSpanId.ShouldBe(request.SpanId);
        call.TraceId.ShouldBe(request.TraceId);
    }

    private static async Task<IReadOnlyCollection<Activity>> SpansOfOneRequestAsync(Action<TracerProviderBuilder> listen, CancellationToken cancellationToken)
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: cancellationToken);
        ConcurrentQueue<Activity> spans = new();
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders().AddProvider(new LogLines());
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        DiscoveredProvider.All[0].Register(builder.Services, static _ => { });
        builder.Services.UseSimulator(simulator);
        builder.Services.AddOpenTelemetry().WithTracing(tracing =>
        {
            listen(tracing);
            tracing.AddProcessor(new SimpleActivityExportProcessor(new Exporter(spans)));
        });
        await using (WebApplication app = builder.Build())
        {
            app.MapGet("/", static async (ICustomerClient client, CancellationToken token) =>
                (await client.ListPageAsync(new CustomerListRequest(), cancellationToken: token)).Items.Count);
            await app.StartAsync(cancellationToken);
            using HttpClient browser = new();
            string address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
            (await browser.GetStringAsync(new Uri(address), cancellationToken)).ShouldBe("0");
            await app.StopAsync(cancellationToken);
        }

        simulator[DiscoveredProvider.All[0].Name].Requests.ShouldHaveSingleItem();
        return spans;
    }

    private sealed class Exporter(ConcurrentQueue<Activity> spans) : BaseExporter<Activity>
    {
        public override ExportResult Export(in Batch<Activity> batch)
        {
            foreach (Activity span in batch)
            {
                spans.Enqueue(span);
            }

            return ExportResult.Success;
        }
    }
}
