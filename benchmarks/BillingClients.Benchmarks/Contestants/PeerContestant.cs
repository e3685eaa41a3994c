using BillingClients.Benchmarks.Peers;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Contestants;

/// <summary>The same operations without this library.</summary>
internal sealed class PeerContestant(ProviderCase provider, Peer peer) : IContestant
{
    public Task RunAsync(Operation operation) => operation switch
    {
        Operation.Create => provider.CreateAsync(peer),
        Operation.Get => provider.GetAsync(peer),
        Operation.Update => provider.UpdateAsync(peer),
        Operation.List => provider.ListPageAsync(peer),
        _ => provider.FailAsync(peer),
    };

    public void Dispose() => peer.Dispose();
}
