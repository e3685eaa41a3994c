using System.Diagnostics;
using BillingClients.Core.Tests.Fixtures;
using BillingClients.Providers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>When nobody listens, no activity is made, and telemetry costs nothing.</summary>
[Collection(nameof(Alone))]
public sealed class NobodyListensTests
{
    [Fact]
    public async Task A_call_runs_without_an_activity()
    {
        await using SimulatedApp app = await SimulatedApp.StartAsync();
        SpyHandler spy = new();
        await using ServiceProvider provider = app.Build(services =>
            services.AddFlexprice(app.Reach).ConfigureHttpClient(http => http.AddHttpMessageHandler(() => spy)));

        await provider.GetRequiredService<ICustomerClient>().CreateAsync(SimulatedApp.Ada, cancellationToken: TestContext.Current.CancellationToken);

        spy.Calls.ShouldBe(1);
        spy.Seen.ShouldBeNull();
    }

    [Fact]
    public void What_would_be_reported_takes_no_byte()
    {
        ProviderDescriptor provider = new("own", "Own", new CustomerCapabilities());
        using ProviderAccount account = ProviderAccount.Create(provider, new ApiKeyHeader("x-api-key", ""), new FlexpriceOptions { ApiKey = "sk_1" });
        CallTelemetry telemetry = new(provider, account.Name, NullLogger.Instance);
        ProviderCall call = new(account, new ProviderRequest(CustomerOperation.Create, new Endpoint("POST", "/customers")), options: null, CancellationToken.None);
        telemetry.Succeeded(call, telemetry.Start(call));

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            telemetry.Succeeded(call, telemetry.Start(call));
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private sealed class SpyHandler : DelegatingHandler
    {
        public int Calls { get; private set; }

        public Activity? Seen { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls++;
            Seen = Activity.Current;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
