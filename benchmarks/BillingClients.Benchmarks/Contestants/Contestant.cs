using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Peers;
using BillingClients.Benchmarks.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Contestants;

/// <summary>Makes the sides of a comparison.</summary>
internal static class Contestant
{
    /// <summary>A side that talks to a server.</summary>
    public static IContestant New(Side side, ProviderCase provider, ServerProcess server) =>
        New(side, provider, server.AddressOf(provider.Name));

    /// <inheritdoc cref="New(Side, ProviderCase, ServerProcess)"/>
    public static IContestant New(Side side, ProviderCase provider, Uri address) => side == Side.BillingClients
        ? new LibraryContestant(provider, address)
        : NewPeer(side, provider, address, new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    /// <summary>A side that is answered without sockets.</summary>
    public static IContestant InMemory(Side side, ProviderCase provider, Action<ICustomerClientBuilder>? configure = null) =>
        Over(new AnsweringHandler(new FixedAnswers(provider)), side, provider, configure);

    /// <summary>A side whose requests go to a handler.</summary>
    public static IContestant Over(HttpMessageHandler handler, Side side, ProviderCase provider, Action<ICustomerClientBuilder>? configure = null)
    {
        Uri address = new("http://localhost/in-memory");
        return side == Side.BillingClients
            ? new LibraryContestant(provider, address, client =>
            {
                configure?.Invoke(client);
                client.ConfigureHttpClient(http => http.ConfigurePrimaryHttpMessageHandler(() => handler));
            })
            : NewPeer(side, provider, address, handler);
    }

    private static IContestant NewPeer(Side side, ProviderCase provider, Uri address, HttpMessageHandler handler) => side switch
    {
        Side.HttpJson => new PeerContestant(provider, new HttpJsonPeer(NewHttpClient(provider, address, handler))),
        Side.RestSharp => new PeerContestant(provider, new RestSharpPeer(provider, address, handler)),
        Side.ClientModel => new PeerContestant(provider, new ClientModelPeer(provider, address, handler)),
        Side.Refit => RefitContestant.WithDefaults((FlexpriceCase)provider, NewHttpClient(provider, address, handler)),
        Side.RefitAtItsBest => RefitContestant.WithBestSettings((FlexpriceCase)provider, NewHttpClient(provider, address, handler)),
        _ => new PeerContestant(provider, new HandWrittenPeer(NewHttpClient(provider, address, handler))),
    };

    private static HttpClient NewHttpClient(ProviderCase provider, Uri address, HttpMessageHandler handler)
    {
        HttpClient http = new(handler) { BaseAddress = new Uri($"{address}/") };
        http.DefaultRequestHeaders.TryAddWithoutValidation(provider.KeyHeader, provider.KeyPrefix + provider.ApiKey);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "benchmark/1.0");
        return http;
    }
}
