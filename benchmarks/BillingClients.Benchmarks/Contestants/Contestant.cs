using BillingClients.Benchmarks.Peers;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Contestants;

/// <summary>Makes the sides of a comparison.</summary>
internal static class Contestant
{
    public static IContestant Library(ProviderCase provider, Uri baseAddress) => new LibraryContestant(provider, baseAddress);

    public static IContestant HandWritten(ProviderCase provider, Uri baseAddress) => new PeerContestant(provider, new HandWrittenPeer(NewHttpClient(provider, baseAddress)));

    private static HttpClient NewHttpClient(ProviderCase provider, Uri baseAddress)
    {
        HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { BaseAddress = new Uri($"{baseAddress}/") };
        http.DefaultRequestHeaders.TryAddWithoutValidation(provider.KeyHeader, provider.KeyPrefix + provider.ApiKey);
        return http;
    }
}
