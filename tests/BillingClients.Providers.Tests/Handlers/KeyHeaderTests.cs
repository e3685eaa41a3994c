using BillingClients.Providers.Tests.All;
using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.Handlers;

/// <summary>The key goes to the provider, once, and to nobody on the way; an application's own credentials do not go to the provider.</summary>
public sealed class KeyHeaderTests
{
    private const string Foreign = "Bearer canary-of-the-application";

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_handler_never_sees_the_key(string provider)
    {
        List<string> seen = [];
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider,
            () => new AppHandler(async (request, send, _) =>
            {
                seen.Add(request.Headers.ToString());
                try
                {
                    HttpResponseMessage answer = await send();
                    seen.Add($"{answer.RequestMessage?.Headers} {answer.Headers}");
                    return answer;
                }
                finally
                {
                    seen.Add(request.Headers.ToString());
                }
            }));
        bench.Provider.Fault(SimulatedFault.ResetBeforeRead, HandlerBench.IsWrite);

        await bench.CreateAsync();

        seen.Count.ShouldBeGreaterThan(4);
        seen.ShouldAllBe(text => !text.Contains(bench.Provider.ApiKey, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task Credentials_of_the_application_are_not_sent(string provider)
    {
        string keyHeader = DiscoveredProvider.Called(provider).KeyHeader;
        await using HandlerBench bench = await HandlerBench.StartAsync(
            provider,
            () => new AppHandler((request, send, _) =>
            {
                request.Headers.TryAddWithoutValidation("Authorization", Foreign);
                request.Headers.TryAddWithoutValidation(keyHeader, Foreign);
                return send();
            }),
            http: http => http.ConfigureHttpClient(client =>
            {
                client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Foreign);
                client.DefaultRequestHeaders.TryAddWithoutValidation(keyHeader, Foreign);
            }));

        await bench.CreateAsync();

        bench.Provider.Requests.ShouldNotBeEmpty();
        bench.Provider.Requests.ShouldAllBe(static request => request.Headers.All(static header => !header.Value.Contains("canary", StringComparison.Ordinal)));
        bench.Provider.Requests.ShouldAllBe(request => request.Headers.Count(header => string.Equals(header.Key, keyHeader, StringComparison.OrdinalIgnoreCase)) == 1);
    }
}
