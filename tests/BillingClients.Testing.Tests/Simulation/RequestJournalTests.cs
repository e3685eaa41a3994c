using System.Net;
using System.Net.Sockets;
using System.Text;
using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

public sealed class RequestJournalTests
{
    [Fact]
    public async Task A_request_is_recorded_exactly_as_it_was_received()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        await fixture.Flexprice().SendAsync("PUT", "/customers/a%2fb%20?id=x%20y&id=%C3%A9", " { \"name\" : \"é\" } ", "application/json");

        JournalEntry entry = fixture.Simulator.Journal.ShouldHaveSingleItem();
        entry.Provider.ShouldBe("flexprice");
        entry.Method.ShouldBe("PUT");
        entry.Target.ShouldBe("/flexprice/v1/customers/a%2fb%20?id=x%20y&id=%C3%A9");
        entry.Path.ShouldBe("/customers/a%2fb%20");
        entry.Query.ShouldBe("id=x%20y&id=%C3%A9");
        entry.BodyText.ShouldBe(" { \"name\" : \"é\" } ");
        entry.Body.Length.ShouldBe(entry.BodyText.Length + 1);
        entry.Header("CONTENT-type").ShouldBe("application/json");
        entry.Status.ShouldBe(404);
        entry.ReceivedAt.ShouldBe(fixture.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Nothing_is_tidied_on_the_way_from_the_socket()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, fixture.Simulator.Port, TestContext.Current.CancellationToken);
        await using NetworkStream stream = socket.GetStream();

        await stream.WriteAsync(
            "GET /flexprice/v1/customers/../x//%2e%2E HTTP/1.1\r\nHost: a\r\nX-Twice: 1\r\nX-Twice: 2\r\nConnection: close\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        string answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        answer.ShouldStartWith("HTTP/1.1 404 Not Found");
        JournalEntry entry = fixture.Simulator.Journal.ShouldHaveSingleItem();
        entry.Target.ShouldBe("/flexprice/v1/customers/../x//%2e%2E");
        entry.Headers.Where(header => header.Key == "X-Twice").Select(header => header.Value).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task The_journal_keeps_order_filters_and_forgets()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        using var stranger = new RawClient(new Uri($"http://127.0.0.1:{fixture.Simulator.Port}/elsewhere"), null, "");
        await client.CreateAsync(FlexpriceBodies.Ada);
        await stranger.GetAsync("/");
        await client.GetAsync("/customers/cust_x");
        RequestJournal journal = fixture.Simulator.Journal;

        journal.Select(entry => entry.Sequence).ShouldBe([1, 2, 3]);
        journal.For("Flexprice").Select(entry => entry.Method).ShouldBe(["POST", "GET"]);
        fixture.Simulator.Flexprice.Requests.Count.ShouldBe(2);
        journal.Objections.ShouldHaveSingleItem().Sequence.ShouldBe(2);
        journal.Where(entry => entry.Committed).ShouldHaveSingleItem().Sequence.ShouldBe(1);

        journal.Clear();
        await client.SearchAsync();
        journal.ShouldHaveSingleItem().Sequence.ShouldBe(4);
    }

    [Fact]
    public async Task Answers_are_kept_when_that_is_asked_for()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync(keepAnswers: true);

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

        SimulatedAnswer kept = fixture.Simulator.Journal.ShouldHaveSingleItem().Answer.ShouldNotBeNull();
        kept.Status.ShouldBe(answer.Status);
        kept.ContentType.ShouldBe(answer.ContentType);
        kept.Headers.ShouldHaveSingleItem().Value.ShouldBe(answer.Headers["X-Request-ID"]);
        Encoding.UTF8.GetString(kept.Body.Span).ShouldBe(answer.Text);
    }

    [Fact]
    public async Task Answers_are_not_kept_unless_that_is_asked_for()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        await fixture.Flexprice().CreateAsync(FlexpriceBodies.Ada);

        JournalEntry entry = fixture.Simulator.Journal.ShouldHaveSingleItem();
        entry.Status.ShouldBe(201);
        entry.Answer.ShouldBeNull();
    }

    [Fact]
    public async Task Keys_are_masked_in_the_journals_text()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        using var bearer = new RawClient(fixture.Simulator.Flexprice.BaseAddress, "Authorization", "Bearer very-secret");
        await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);
        await bearer.SearchAsync();

        string text = fixture.Simulator.Journal.ToString();

        text.ShouldContain("POST /flexprice/v1/customers → 201");
        text.ShouldContain("x-api-key: ***");
        text.ShouldContain("Authorization: ***");
        text.ShouldNotContain(fixture.Simulator.Flexprice.ApiKey);
        text.ShouldNotContain("very-secret");
    }

    [Fact]
    public async Task The_journal_drops_the_oldest_requests_and_counts_them()
    {
        await using ProviderSimulator simulator = await ProviderSimulator.StartAsync(
            new ProviderSimulatorOptions { MaxJournalEntries = 3 }, TestContext.Current.CancellationToken);
        using RawClient client = new(simulator.Flexprice.BaseAddress, "x-api-key", simulator.Flexprice.ApiKey);
        RequestJournal journal = simulator.Journal;
        for (int number = 0; number < 5; number++)
        {
            await client.SearchAsync();
        }

        (journal.Count, journal.Dropped).ShouldBe((3, 2));
        journal.Select(static request => request.Sequence).ShouldBe([3, 4, 5]);
        (journal[0].Sequence, journal[2].Sequence, journal[^1].Sequence).ShouldBe((3, 5, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => journal[3]);
        simulator.Flexprice.Requests.Select(static request => request.Sequence).ShouldBe([3, 4, 5]);

        journal.Clear();
        await client.SearchAsync();

        (journal.Count, journal.Dropped).ShouldBe((1, 0));
        journal[0].Sequence.ShouldBe(6);
    }

    [Fact]
    public async Task A_journal_that_keeps_nothing_is_refused_and_ten_thousand_is_the_default()
    {
        new ProviderSimulatorOptions().MaxJournalEntries.ShouldBe(10_000);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            ProviderSimulator.StartAsync(new ProviderSimulatorOptions { MaxJournalEntries = 0 }, TestContext.Current.CancellationToken));
    }
}
