// Three named clients of two providers in a generic host: configuration, health check, telemetry, and keys that are rotated while it runs.
//
//   dotnet run --project samples/HostedApp                   offline, on the simulator, until Ctrl+C
//   dotnet run --project samples/HostedApp -- --seconds 5    the same for five seconds; exit code 1 if the rotation did not happen
//   dotnet run --project samples/HostedApp -- --live         the real providers; keys from the environment: Billing__FlexpriceEu__ApiKey=…
using BillingClients;
using HostedApp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

Arguments arguments = Arguments.Parse(args);
HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
IConfiguration billing = builder.Configuration.GetSection("Billing");

builder.Services.AddFlexprice("flexprice-eu", billing.GetSection("FlexpriceEu")).UseLogging();
builder.Services.AddFlexprice("flexprice-us", billing.GetSection("FlexpriceUs")).UseLogging();
builder.Services.AddFlowglad("flowglad", billing.GetSection("Flowglad")).UseLogging();

builder.Services.AddHostedService<CustomerSync>();
builder.Services.AddHealthChecks().AddCheck<BillingHealthCheck>("billing", HealthStatus.Degraded, tags: ["billing"]);
builder.Services.AddSingleton<IHealthCheckPublisher, HealthLog>();
builder.Services.Configure<HealthCheckPublisherOptions>(options => options.Delay = options.Period = TimeSpan.FromSeconds(1));
builder.Services.AddBillingTelemetry();

await using OfflineProviders? offline = arguments.Live ? null : await OfflineProviders.StartAsync(builder.Configuration);
if (offline is not null)
{
    builder.Services.AddSingleton(offline);
    builder.Services.AddHostedService<KeyRotation>();
}

using IHost host = builder.Build();
using CancellationTokenSource end = new();
if (arguments.Seconds is { } seconds)
{
    end.CancelAfter(TimeSpan.FromSeconds(seconds));
}

await host.RunAsync(end.Token);
return offline is { Rotated: false } ? 1 : 0;
