using System.Net.Http.Json;

namespace BillingClients.Testing.Tests.Simulation;

/// <summary>The assertions on what a provider received: what they accept, and what they say when they do not.</summary>
public sealed class JournalAssertionTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private ProviderSimulator _simulator = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _simulator.DisposeAsync();
    }

    [Fact]
    public async Task What_was_received_is_given_back()
    {
        await PostAsync();
        await PostAsync();

        _simulator.Flexprice.ShouldHaveReceived(2, "POST", "/customers").Count.ShouldBe(2);
        _simulator.Flexprice.ShouldHaveReceived(0, "GET", "/customers/*").ShouldBeEmpty();
    }

    [Fact]
    public void What_was_never_received_is_named() => Should.Throw<JournalAssertionException>(() => _simulator.Flexprice.ShouldHaveReceived("POST", "/customers"))
        .Message.ShouldBe("flexprice should have received POST /customers once, but did never. It received no request at all.");

    [Fact]
    public async Task What_was_received_too_often_is_listed_with_its_answer_and_without_the_key()
    {
        await PostAsync();
        await PostAsync();

        string message = Should.Throw<JournalAssertionException>(() => _simulator.Flexprice.ShouldHaveReceived("POST", "/customers")).Message;

        message.ShouldStartWith($"flexprice should have received POST /customers once, but did twice. Received:{Environment.NewLine}  #1 flexprice POST /flexprice/v1/customers → 201");
        message.ShouldContain($"{Environment.NewLine}  #2 flexprice");
        message.ShouldNotContain(_simulator.Flexprice.ApiKey);
    }

    [Fact]
    public async Task Nothing_means_nothing()
    {
        _simulator.Flexprice.ShouldHaveReceivedNothing();
        await PostAsync();

        Should.Throw<JournalAssertionException>(_simulator.Flexprice.ShouldHaveReceivedNothing).Message.ShouldStartWith("flexprice should have received nothing. Received:");
        _simulator.Flowglad.ShouldHaveReceivedNothing();
    }

    [Fact]
    public async Task An_objection_is_listed_with_its_reason()
    {
        await _http.GetAsync(new Uri($"{_simulator.Flexprice.BaseAddress}/nowhere"), Token);

        Should.Throw<JournalAssertionException>(_simulator.Journal.ShouldHaveNoObjections).Message
            .ShouldStartWith("The providers should have had nothing to object to, but they objected once. Received:");
    }

    private async Task PostAsync()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"{_simulator.Flexprice.BaseAddress}/customers");
        request.Headers.Add("x-api-key", _simulator.Flexprice.ApiKey);
        request.Content = JsonContent.Create(new Dictionary<string, string> { ["external_id"] = Guid.NewGuid().ToString(), ["name"] = "Ada" });
        (await _http.SendAsync(request, Token)).EnsureSuccessStatusCode();
    }
}
