using System.Diagnostics;
using BillingClients.Core.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary>When nobody listens, no activity is made.</summary>
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
