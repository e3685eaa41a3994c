using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

public sealed class ScriptedAnswerTests
{
    [Fact]
    public async Task A_scripted_answer_is_sent_as_it_is_and_stores_nothing()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        SimulatedAnswer script = SimulatedAnswer.Html(418, "<h1>Teapot</h1>")
            .WithHeader("X-RateLimit-Reset", "1").WithHeader("X-Twice", "a").WithHeader("X-Twice", "b");
        fixture.Simulator.Flexprice.Answer(script);

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

        answer.Status.ShouldBe(418);
        answer.Text.ShouldBe("<h1>Teapot</h1>");
        answer.ContentType.ShouldBe("text/html; charset=utf-8");
        answer.Headers["X-RateLimit-Reset"].ShouldBe("1");
        answer.Headers["X-Twice"].ShouldBe("a, b");
        answer.Headers.ShouldNotContainKey("X-Request-ID");
        fixture.Simulator.Flexprice.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal[0].Status.ShouldBe(418);
        fixture.Simulator.Journal[0].Committed.ShouldBeFalse();
    }

    [Fact]
    public async Task Scripts_are_taken_in_order_by_the_requests_that_match_them()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        SimulatedProvider flexprice = fixture.Simulator.Flexprice;
        RawClient client = fixture.Flexprice();
        flexprice.Answer(503, "{}", Requests.Post("/customers"));
        flexprice.Answer(429, "{}", Requests.Get("/customers/*"));
        flexprice.Answer(502, "{}", Requests.Post("/customers"));
        flexprice.PendingScripts.ShouldBe(3);

        (await client.GetAsync("/customers/cust_x")).Status.ShouldBe(429);
        (await client.PostAsync("/customers", FlexpriceBodies.Ada)).Status.ShouldBe(503);
        (await client.PostAsync("/customers", FlexpriceBodies.Ada)).Status.ShouldBe(502);
        (await client.PostAsync("/customers", FlexpriceBodies.Ada)).Status.ShouldBe(201);
        flexprice.PendingScripts.ShouldBe(0);
    }

    [Fact]
    public async Task A_script_can_answer_from_the_request_and_malformed_JSON_is_not_mended()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Answer(request => SimulatedAnswer.Json(201, request.BodyText[..10]), request => request.Header("X-Case") == "cut");

        RawAnswer answer = await fixture.Flexprice().SendAsync("POST", "/customers", "{\"external_id\"", "application/json", ("X-Case", "cut"));

        answer.Text.ShouldBe("{\"external");
    }

    [Fact]
    public async Task A_script_that_fails_shows_in_the_journal()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Answer(_ => throw new FormatException("Not today."));

        (await fixture.Flexprice().SearchAsync()).Status.ShouldBe(500);

        fixture.Simulator.Journal[0].Objection!.ShouldContain("Not today.");
    }

    [Fact]
    public async Task Cleared_scripts_are_not_taken()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Answer(SimulatedAnswer.Empty(500));
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ResetBeforeRead);

        fixture.Simulator.Flexprice.ClearScripts();

        (await fixture.Flexprice().SearchAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_answer_after_the_commit_is_sent_when_the_request_was_processed_and_stored()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        FlexpriceSimulation flexprice = fixture.Simulator.Flexprice;
        flexprice.AnswerAfterCommit(502, "{", Requests.Post("/customers"));
        flexprice.AnswerAfterCommit(SimulatedAnswer.Html(524, "<h1>A timeout occurred</h1>"), Requests.Delete("/customers/*"));
        flexprice.PendingScripts.ShouldBe(2);

        RawAnswer created = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);
        string id = flexprice.Customers.ShouldHaveSingleItem().Id;
        RawAnswer deleted = await fixture.Flexprice().DeleteAsync($"/customers/{id}");

        (created.Status, created.Text).ShouldBe((502, "{"));
        created.Headers.ShouldNotContainKey("X-Request-ID");
        (deleted.Status, deleted.Text).ShouldBe((524, "<h1>A timeout occurred</h1>"));
        flexprice.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
        fixture.Simulator.Journal.Select(static request => (request.Committed, request.Status)).ShouldBe([(true, 502), (true, 524)]);
        fixture.Simulator.Journal[0].ToString().ShouldStartWith("#1 flexprice POST /flexprice/v1/customers → 502 [committed] | ");
    }

    [Theory]
    [InlineData(99)]
    [InlineData(600)]
    public void A_status_that_HTTP_does_not_have_is_refused(int status)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => SimulatedAnswer.Json(status, "{}")).Message.ShouldStartWith("An HTTP status is from 100 to 599.");
        Should.Throw<ArgumentOutOfRangeException>(() => SimulatedAnswer.Empty(200) with { Status = status }).ParamName.ShouldBe("Status");
    }

    [Fact]
    public async Task An_answer_after_the_commit_can_be_made_of_the_request_and_of_the_providers_own_answer()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.AnswerAfterCommit((request, own) => own with { Status = 500 + own.Status - request.Status.GetValueOrDefault(201) });

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

        answer.Status.ShouldBe(500);
        answer.Json["id"]!.ToString().ShouldBe(fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem().Id);
        answer.Headers.ShouldContainKey("X-Request-ID");
    }

    [Fact]
    public async Task A_request_that_the_provider_refuses_stores_nothing_and_gets_the_scripted_answer_all_the_same()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.AnswerAfterCommit(201, "{}");

        (await fixture.Flexprice().PostAsync("/customers", "{}")).Status.ShouldBe(201);

        fixture.Simulator.Flexprice.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal[0].Committed.ShouldBeFalse();
    }
}
