using System.Text;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>A simulator and a client that talks to it.</summary>
public sealed class FlowgladFixture : IAsyncLifetime
{
    private const string Behind = "X-Behind-The-Scenes";

    private readonly HttpClient _http = new();

    public ProviderSimulator Simulator { get; private set; } = null!;

    public FlowgladSimulation Provider => Simulator.Flowglad;

    public FlowgladCustomerClient Client { get; private set; } = null!;

    /// <summary>The simulator's clock; set it before the fixture starts. The client uses the system clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static CustomerCreate Ada => new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    public static CustomerKey AdaKey => CustomerKey.FromExternalId("crm-1815");

    /// <summary>What the client sent; not what was sent to change the provider behind its back.</summary>
    public IReadOnlyList<JournalEntry> Sent => [.. Provider.Requests.Where(request => request.Header(Behind) is null)];

    public async ValueTask InitializeAsync()
    {
        Simulator = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions { TimeProvider = Clock }, TestContext.Current.CancellationToken);
        Client = CreateClient(_ => { });
    }

    /// <summary>A client whose waits between requests take no time, and whose calls may last three seconds.</summary>
    public FlowgladCustomerClient CreateHurriedClient() => CreateClient(
        static options => (options.RetryMaxDelay, options.TotalTimeout) = (TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)),
        new OnlyShortTimers(limit: TimeSpan.FromSeconds(1), TimeProvider.System.GetUtcNow()));

    public FlowgladCustomerClient CreateClient(Action<FlowgladOptions> configure, TimeProvider? timeProvider = null)
    {
        FlowgladOptions options = new() { ApiKey = Provider.ApiKey, BaseAddress = Provider.BaseAddress, RetryBaseDelay = TimeSpan.Zero };
        configure(options);
        return new FlowgladCustomerClient(options, timeProvider: timeProvider);
    }

    /// <summary>Does what the next matching request asks for, and answers something else, as when a gateway loses the answer.</summary>
    public void LoseAnswer(SimulatedAnswer answer, RequestMatch when) => LoseAnswer(answer, when, static body => body);

    /// <inheritdoc cref="LoseAnswer(SimulatedAnswer, RequestMatch)"/>
    public void LoseAnswer(SimulatedAnswer answer, RequestMatch when, Func<string, string> change) => Provider.Answer(
        request =>
        {
            Send(request.Method, request.Path, change(request.BodyText)).ShouldBe(200);
            return answer;
        },
        when);

    /// <summary>Sends a request that is none of the client's; returns the status.</summary>
    public int Send(string method, string path, string json)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(Provider.BaseAddress.AbsoluteUri + path));
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", Provider.ApiKey);
        request.Headers.TryAddWithoutValidation(Behind, "1");
        using HttpResponseMessage response = _http.Send(request, TestContext.Current.CancellationToken);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _http.Dispose();
        await Simulator.DisposeAsync();
    }
}
