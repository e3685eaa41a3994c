using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BillingClients.Core.Tests.Fixtures;

/// <summary>The simulator and what an application registers around it.</summary>
public sealed class SimulatedApp : IAsyncDisposable
{
    public static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    public required ProviderSimulator Simulator { get; init; }

    public FlexpriceSimulation Flexprice => Simulator.Flexprice;

    public LogRecorder Logs { get; } = new();

    public static async Task<SimulatedApp> StartAsync() =>
        new() { Simulator = await ProviderSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken) };

    /// <summary>Services with logs, and strict about scopes and missing registrations.</summary>
    public ServiceProvider Build(Action<IServiceCollection> register)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        register(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>Options that reach the simulator.</summary>
    public void Reach(FlexpriceOptions options)
    {
        options.ApiKey = Flexprice.ApiKey;
        options.BaseAddress = Flexprice.BaseAddress;
        options.RetryBaseDelay = TimeSpan.Zero;
    }

    /// <summary>A configuration that reaches the simulator.</summary>
    public Settings Settings(params (string Key, string? Value)[] more) => new(
        [("ApiKey", Flexprice.ApiKey), ("BaseAddress", Flexprice.BaseAddress.ToString()), ("RetryBaseDelay", "00:00:00"), .. more]);

    /// <summary>The key that the last request carried.</summary>
    public string? LastKey => Flexprice.Requests[^1].Header("x-api-key");

    public ValueTask DisposeAsync() => Simulator.DisposeAsync();
}
