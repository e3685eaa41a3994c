using System.Net;
using System.Net.Http.Headers;
using BillingClients.Testing;

namespace BillingClients.Conformance;

/// <summary>A second simulator of the same provider that has no customers: it answers a look-up as a replica does that lags behind.</summary>
internal sealed class EmptyTwin : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly ProviderSimulator _simulator;
    private readonly SimulatedProvider _twin;

    private EmptyTwin(ProviderSimulator simulator, SimulatedProvider twin) => (_simulator, _twin) = (simulator, twin);

    internal static async Task<EmptyTwin> StartAsync(SimulatedProvider provider, ProviderSimulatorOptions options, CancellationToken cancellationToken)
    {
        ProviderSimulator simulator = await ProviderSimulator.StartAsync(options, cancellationToken).ConfigureAwait(false);
        SimulatedProvider twin = simulator[provider.Name];
        twin.AcceptKey(provider.ApiKey);
        return new EmptyTwin(simulator, twin);
    }

    /// <summary>What the twin answers. Synchronous, as the simulator's scripts are.</summary>
    internal SimulatedAnswer Answer(JournalEntry lookUp)
    {
        // The target begins with the provider's own path, which the twin has too.
        using HttpRequestMessage request = new(new HttpMethod(lookUp.Method), new Uri(new Uri(_twin.BaseAddress.GetLeftPart(UriPartial.Authority)), lookUp.Target));
        foreach ((string name, string value) in lookUp.Headers.Where(static header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Host = null;

        if (lookUp.Body.Length > 0)
        {
            request.Content = new ReadOnlyMemoryContent(lookUp.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        using HttpResponseMessage response = _http.Send(request);
        using StreamReader body = new(response.Content.ReadAsStream());
        return response.StatusCode == HttpStatusCode.NoContent
            ? SimulatedAnswer.Empty((int)response.StatusCode)
            : SimulatedAnswer.Json((int)response.StatusCode, body.ReadToEnd());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync().ConfigureAwait(false);
    }
}
