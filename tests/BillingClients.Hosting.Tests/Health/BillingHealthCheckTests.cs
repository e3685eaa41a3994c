using BillingClients.Testing;
using HostedApp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingClients.Hosting.Tests.Health;

/// <summary>The health check of <c>samples/HostedApp</c>, which <c>docs/health.md</c> shows.</summary>
public sealed class BillingHealthCheckTests : IAsyncLifetime
{
    private ProviderSimulator _simulator = null!;
    private ServiceProvider _services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        ServiceCollection services = new();
        services.AddLogging();
        foreach (DiscoveredProvider provider in DiscoveredProvider.All)
        {
            provider.Register(services, options =>
            {
                (options.ApiKey, options.BaseAddress) = (_simulator[provider.Name].ApiKey, _simulator[provider.Name].BaseAddress);
                options.MaxAttempts = 1;
            });
        }

        services.AddHealthChecks().AddCheck<BillingHealthCheck>("billing", HealthStatus.Degraded);
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task All_answer()
    {
        HealthReportEntry health = await CheckAsync();

        health.Status.ShouldBe(HealthStatus.Healthy);
        health.Description.ShouldBe("all answer: atlas, flex, flexprice, flowglad, runonatlas");
    }

    [Fact]
    public async Task Each_client_is_asked_once_and_nothing_is_written()
    {
        await CheckAsync();

        _simulator.Journal.Select(static request => request.Provider).Order().ShouldBe(["atlas", "flex", "flexprice", "flowglad", "runonatlas"]);
        _simulator.Journal.ShouldAllBe(static request => request.Method == "GET" || request.Path.EndsWith("/search", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Those_that_fail_are_named_with_the_kind_of_failure_and_nothing_else()
    {
        _simulator.Flexprice.RevokeKey(_simulator.Flexprice.ApiKey);
        _simulator.Flowglad.Answer(503, """{"error":"canary"}""");

        HealthReportEntry health = await CheckAsync();

        health.Status.ShouldBe(HealthStatus.Degraded);
        health.Description.ShouldBe("flexprice: BillingAuthenticationException (HTTP 401); flowglad: BillingProviderException (HTTP 503)");
        health.Exception.ShouldBeNull();
        health.Data.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_provider_that_asks_for_fewer_calls_answers()
    {
        _simulator.Flexprice.Answer(429, "{}");

        (await CheckAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public void The_page_shows_the_class_of_the_sample()
    {
        string sample = File.ReadAllText(Repository.PathOf("samples/HostedApp/BillingHealthCheck.cs"));

        File.ReadAllText(Repository.PathOf("docs/health.md")).ShouldContain(sample[sample.IndexOf("/// <summary>", StringComparison.Ordinal)..]);
    }

    private async Task<HealthReportEntry> CheckAsync() =>
        (await _services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["billing"];
}
