using BillingClients;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>The registered clients, a recorder of what they send, and the simulator where there is one.</summary>
internal sealed class Stage(string title, IReadOnlyList<Showcase> showcases, ServiceProvider services, WireRecorder wire, ProviderSimulator? simulator) : IAsyncDisposable
{
    public string Title { get; } = title;

    public IReadOnlyList<Showcase> Showcases { get; } = showcases;

    public WireRecorder Wire { get; } = wire;

    public ICustomerClient ClientOf(Showcase showcase) => services.GetRequiredKeyedService<ICustomerClient>(showcase.Name);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (simulator is not null)
        {
            await simulator.DisposeAsync();
        }
    }
}
