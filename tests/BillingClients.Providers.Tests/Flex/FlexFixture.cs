using System.Net.Http.Headers;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>A simulator and a client that talks to it.</summary>
public sealed class FlexFixture : IAsyncLifetime
{
    public ProviderSimulator Simulator { get; private set; } = null!;

    public FlexSimulation Provider => Simulator.Flex;

    public FlexCustomerClient Client { get; private set; } = null!;

    /// <summary>The client's clock: waits between requests take no time, and time limits never strike while a request is under way.</summary>
    internal OnlyShortTimers Clock { get; } = new(limit: TimeSpan.FromSeconds(1), TimeProvider.System.GetUtcNow());

    public static CustomerCreate Ada => new() { FirstName = "Ada", LastName = "Lovelace", Email = "ada@example.com" };

    public async ValueTask InitializeAsync()
    {
        Simulator = await ProviderSimulator.StartAsync();
        Client = CreateClient(_ => { });
    }

    public FlexCustomerClient CreateClient(Action<FlexOptions> configure, TimeProvider? timeProvider = null)
    {
        FlexOptions options = new()
        {
            ApiKey = Provider.ApiKey,
            BaseAddress = Provider.BaseAddress,
            RetryBaseDelay = TimeSpan.Zero,
            RetryMaxDelay = TimeSpan.FromSeconds(1),
            TotalTimeout = TimeSpan.FromSeconds(3),
        };
        configure(options);
        return new FlexCustomerClient(options, timeProvider: timeProvider ?? Clock);
    }

    /// <summary>Lets the next create take effect, and loses its answer: the client sees <paramref name="answer"/> instead.</summary>
    public void LoseAnswerOfCreate(SimulatedAnswer answer)
    {
        Provider.Answer(
            request =>
            {
                Send(request);
                return answer;
            },
            Requests.Post("/v1/customers"));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Simulator.DisposeAsync();
    }

    private void Send(JournalEntry request)
    {
        using HttpClient http = new();
        using HttpRequestMessage copy = new(HttpMethod.Post, new Uri(Provider.BaseAddress, request.Target));
        copy.Headers.TryAddWithoutValidation("Authorization", request.Header("Authorization"));
        copy.Headers.TryAddWithoutValidation("Idempotency-Key", request.Header("Idempotency-Key"));
        copy.Content = new ReadOnlyMemoryContent(request.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using HttpResponseMessage response = http.Send(copy);
        response.EnsureSuccessStatusCode();
    }
}
