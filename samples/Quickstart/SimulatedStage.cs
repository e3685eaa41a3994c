using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>All providers simulated on this machine's loopback: no keys, no network.</summary>
internal static class SimulatedStage
{
    public static async Task<Stage?> OpenAsync(IReadOnlyList<Showcase> showcases, CancellationToken cancellationToken)
    {
        ProviderSimulator simulator = await ProviderSimulator.StartAsync(cancellationToken: cancellationToken);
        WireRecorder wire = new();
        ServiceCollection services = new();
        foreach (Showcase showcase in showcases)
        {
            SimulatedProvider provider = simulator[showcase.Name];
            showcase
                .Register(services, showcase.Name, options =>
                {
                    options.ApiKey = provider.ApiKey;
                    options.BaseAddress = provider.BaseAddress;
                })
                .ConfigureHttpClient(http => http.ConfigurePrimaryHttpMessageHandler(() => wire.For(showcase.Name)));
        }

        return new Stage("on the simulator, no keys needed", showcases, services.BuildServiceProvider(), wire, simulator);
    }
}
