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

    [Theory]
    [InlineData("/customers")]
    [InlineData("/flexprice/v1/customers")]
    public async Task The_path_is_relative_to_the_provider_or_as_the_journal_prints_it(string path)
    {
        await PostAsync();

        JournalEntry received = _simulator.Flexprice.ShouldHaveReceived("POST", path);
        _simulator.Flexprice.Answer(418, "{}", Requests.Post(path));
        await PostAsync(status: 418);

        received.Sequence.ShouldBe(1);
    }

    [Fact]
    public async Task The_query_is_compared_when_the_path_has_one()
    {
        await GetAsync("/customers/usage?customer_id=1");

        _simulator.Flexprice.ShouldHaveReceived("GET", "/customers/usage");
        _simulator.Flexprice.ShouldHaveReceived("GET", "/flexprice/v1/customers/usage?customer_id=1");
        _simulator.Flexprice.ShouldHaveReceived("GET", "/*/usage?customer_id=1");
        MessageOf("GET", "/customers/usage?customer_id=2").ShouldContain("GET /flexprice/v1/customers/usage?customer_id=1: another query");
    }

    [Fact]
    public void When_nothing_arrived_the_message_says_so() =>
        MessageOf("POST", "/customers").ShouldBe("Expected flexprice to receive POST /customers once, but it received no request at all.");

    [Theory]
    [InlineData("POST", "/customers")]
    [InlineData("POST", "customers")]
    [InlineData("post", "/customers")]
    [InlineData("POST", "/v1/customers")]
    [InlineData("POST", "/flexprice/v1/customers")]
    public async Task A_path_may_be_written_as_the_client_the_provider_or_the_journal_has_it(string method, string path)
    {
        await PostAsync();

        _simulator.Flexprice.ShouldHaveReceived(method, path).Path.ShouldBe("/customers");
    }

    [Fact]
    public async Task When_something_else_arrived_the_message_has_the_nearest_requests_and_all_of_them()
    {
        await PostAsync();
        await GetAsync("/customers/cust_1");
        await GetAsync("/customers/cust_1/wallets");

        string message = MessageOf("GET", "/customer/cust_1");

        Lines(message).Take(5).ShouldBe(
        [
            "Expected flexprice to receive GET /customer/cust_1 once, but it received no such request.",
            "Nearest:",
            "  GET /flexprice/v1/customers/cust_1: another path",
            "Received:",
            Lines(message)[4],
        ]);
        Lines(message)[4].ShouldStartWith("  #1 flexprice POST /flexprice/v1/customers → 201 | ");
        Lines(message).Length.ShouldBe(7);
        MessageOf("PUT", "/customers").ShouldContain($"Nearest:{Environment.NewLine}  POST /flexprice/v1/customers: another verb{Environment.NewLine}");
    }

    [Fact]
    public async Task When_another_account_received_it_the_message_says_which()
    {
        await PostAsync();
        await PostAsync();

        Should.Throw<JournalAssertionException>(() => _simulator.Flexprice.Account("flexprice-eu").ShouldHaveReceived("POST", "/customers")).Message.ShouldBe(
            string.Join(
                Environment.NewLine,
                "Expected flexprice (account 'flexprice-eu') to receive POST /customers once, but it received no request at all.",
                "Received by others:",
                "  flexprice: twice"));
    }

    [Fact]
    public async Task What_was_received_too_often_is_listed_with_its_answer_and_without_the_key()
    {
        await PostAsync();
        await PostAsync();

        string message = MessageOf("POST", "/customers");

        message.ShouldStartWith(
            $"Expected flexprice to receive POST /customers once, but it received it twice.{Environment.NewLine}Received:{Environment.NewLine}  #1 flexprice POST /flexprice/v1/customers → 201");
        message.ShouldContain($"{Environment.NewLine}  #2 flexprice");
        message.ShouldNotContain(_simulator.Flexprice.ApiKey);
        Should.Throw<JournalAssertionException>(() => _simulator.Flexprice.ShouldHaveReceived(0, "POST", "/customers")).Message
            .ShouldStartWith("Expected flexprice not to receive POST /customers, but it received it twice.");
    }

    [Fact]
    public async Task Of_many_requests_the_last_fifty_are_listed()
    {
        for (int number = 0; number < 51; number++)
        {
            await GetAsync("/customers/cust_1");
        }

        string message = MessageOf("POST", "/customers");

        message.ShouldContain($"Received (the last 50 of 51):{Environment.NewLine}  #2 flexprice");
        message.Split("  #").Length.ShouldBe(51);
    }

    [Fact]
    public async Task The_assertion_that_nothing_was_received_is_about_one_provider()
    {
        _simulator.Flexprice.ShouldHaveReceivedNothing();
        await PostAsync();

        Should.Throw<JournalAssertionException>(_simulator.Flexprice.ShouldHaveReceivedNothing).Message.ShouldStartWith(
            $"Expected flexprice to receive no request, but it received 1 request.{Environment.NewLine}Received:{Environment.NewLine}  #1 flexprice POST");
        _simulator.Flowglad.ShouldHaveReceivedNothing();
    }

    [Fact]
    public async Task An_objection_is_listed_with_its_reason()
    {
        await GetAsync("/nowhere");

        Should.Throw<JournalAssertionException>(_simulator.Journal.ShouldHaveNoObjections).Message.ShouldStartWith(
            "Expected the simulator to have no objection to any request, but it objected to 1 request. The reason is in parentheses after the status."
            + $"{Environment.NewLine}Objected to:{Environment.NewLine}  #1 flexprice GET /flexprice/v1/nowhere → 404 (no endpoint at /nowhere)");
    }

    [Fact]
    public async Task A_journal_that_has_dropped_requests_does_not_pretend_to_know()
    {
        await _simulator.DisposeAsync();
        _simulator = await ProviderSimulator.StartAsync(new ProviderSimulatorOptions { MaxJournalEntries = 1 }, Token);
        await GetAsync("/nowhere");
        await PostAsync();
        _simulator.Flexprice.Requests.ShouldHaveSingleItem();

        MessageOf("POST", "/customers").ShouldStartWith(
            "Expected flexprice to receive POST /customers once, but the journal cannot tell: it holds 1 request of that kind, and 1 request to flexprice was dropped."
            + " Raise ProviderSimulatorOptions.MaxJournalEntries, or call Journal.Clear() before the calls that you assert on.");
        Should.Throw<JournalAssertionException>(() => _simulator.Flexprice.ShouldHaveReceived(0, "GET", "/nowhere")).Message.ShouldContain("cannot tell");
        Should.Throw<JournalAssertionException>(() => _simulator.Flexprice.ShouldHaveReceived(0, "POST", "/customers")).Message.ShouldContain("but it received it once");
        Should.Throw<JournalAssertionException>(_simulator.Flexprice.ShouldHaveReceivedNothing).Message.ShouldContain("but it received 2 requests.");
        Should.Throw<JournalAssertionException>(_simulator.Journal.ShouldHaveNoObjections).Message.ShouldContain("but it objected to 1 request.");
        _simulator.Flowglad.ShouldHaveReceivedNothing();

        _simulator.Journal.Clear();
        await PostAsync();
        _simulator.Flexprice.ShouldHaveReceived("POST", "/customers");
        _simulator.Journal.ShouldHaveNoObjections();
    }

    private static string[] Lines(string message) => message.Split(Environment.NewLine);

    private string MessageOf(string method, string path) =>
        Should.Throw<JournalAssertionException>(() => _simulator.Flexprice.ShouldHaveReceived(method, path)).Message;

    private async Task GetAsync(string path)
    {
        using HttpResponseMessage response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{_simulator.Flexprice.BaseAddress}{path}"));
    }

    private async Task PostAsync(int status = 201)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, $"{_simulator.Flexprice.BaseAddress}/customers");
        request.Content = JsonContent.Create(new Dictionary<string, string> { ["external_id"] = Guid.NewGuid().ToString(), ["name"] = "Ada" });
        using HttpResponseMessage response = await SendAsync(request);
        ((int)response.StatusCode).ShouldBe(status);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("x-api-key", _simulator.Flexprice.ApiKey);
        return _http.SendAsync(request, Token);
    }
}
