using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Hosting.Tests;

/// <summary>An application as people write it: a host with Aspire's service defaults, and every provider registered, on one simulator.</summary>
internal sealed class AspireApp : IAsyncDisposable
{
    /// <summary>Longer than any request takes: only the clock of the test ends an attempt.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock;
    private readonly IHost _host;

    private AspireApp(IHost host, ProviderSimulator simulator, LogLines logs, FakeTimeProvider clock)
    {
        _clock = clock;
        _host = host;
        Simulator = simulator;
        Logs = logs;
    }

    public ProviderSimulator Simulator { get; }

    public LogLines Logs { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="way">How the application adds Microsoft's resilience handlers.</param>
    /// <param name="set">Sets the options of all clients.</param>
    public static async Task<AspireApp> StartAsync(Resilience way, Action<ProviderOptions>? set = null)
    {
        FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow());
        ProviderSimulator simulator = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions { TimeProvider = clock }, Token);
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        LogLines logs = new();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(logs);
        if (way != Resilience.DefaultsAfterTheClients)
        {
            builder.AddServiceDefaults();
        }

        foreach (DiscoveredProvider provider in DiscoveredProvider.All)
        {
            ICustomerClientBuilder client = provider.Register(builder.Services, options => set?.Invoke(options));
            if (way == Resilience.OfEachClientToo)
            {
                client.ConfigureHttpClient(static http => http.AddStandardResilienceHandler(static options =>
                {
                    options.Retry.Delay = TimeSpan.Zero;
                    options.Retry.ShouldRetryAfterHeader = false;
                    options.CircuitBreaker.MinimumThroughput = int.MaxValue;
                }));
            }
        }

        if (way == Resilience.DefaultsAfterTheClients)
        {
            builder.AddServiceDefaults();
        }

        builder.Services.UseSimulator(simulator);
        IHost host = builder.Build();
        await host.StartAsync(Token);
        return new AspireApp(host, simulator, logs, clock);
    }

    public ICustomerClient Client(string provider) => _host.Services.GetRequiredKeyedService<ICustomerClient>(provider);

    /// <summary>Whether a request is stalled before a call has ended.</summary>
    public async Task<bool> IsStalledBeforeAsync(Task call)
    {
        using CancellationTokenSource ended = new();
        Task stalled = Simulator.Faults.WhenStalledAsync(cancellationToken: ended.Token);
        bool isStalled = await Task.WhenAny(call, stalled) == stalled;
        await ended.CancelAsync();
        return isStalled;
    }

    /// <summary>Ends the attempt that waits for a stalled request, and then the stall.</summary>
    public void EndStall()
    {
        _clock.Advance(AttemptTimeout);
        Simulator.Faults.ReleaseStalls();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(Token);
        _host.Dispose();
        await Simulator.DisposeAsync();
    }
}
