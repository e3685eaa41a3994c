namespace BillingClients.Testing.Tests;

/// <summary>Atlas as its documentation has it, where that differs from its server's source.</summary>
public sealed class AtlasDocumentationTests
{
    [Fact]
    public async Task A_create_answers_200_with_an_id_that_has_a_prefix()
    {
        await using SimulatorFixture fixture = await StartAsync();

        RawAnswer answer = await fixture.Atlas().PostAsync("/customers", AtlasRequests.Ada);

        answer.Status.ShouldBe(200);
        answer.Json["id"]!.ToString().ShouldMatch("^cus_[0-9A-Za-z]{14}$");
    }

    [Fact]
    public async Task Every_answer_tells_its_request_id_and_the_rate_limit()
    {
        await using SimulatorFixture fixture = await StartAsync();

        RawAnswer answer = await fixture.Atlas().GetAsync("/customers");

        answer.Headers["X-Request-Id"].ShouldBe("req_00000001");
        answer.Headers["X-RateLimit-Limit"].ShouldBe("1000");
        answer.Headers["X-RateLimit-Remaining"].ShouldBe("999");
        answer.Headers["X-RateLimit-Reset"].ShouldBe("1795166160");
    }

    [Fact]
    public async Task Error_bodies_are_rich()
    {
        await using SimulatorFixture fixture = await StartAsync();

        RawAnswer answer = await fixture.Atlas().PostAsync("/customers", "{}");

        answer.Status.ShouldBe(400);
        answer.Json["error"]!["type"]!.ToString().ShouldBe("validation_error");
        answer.Json["error"]!["code"]!.ToString().ShouldBe("validation_error");
        answer.Json["error"]!["message"]!.ToString().ShouldBe("email is required");
        answer.Json["error"]!["param"]!.ToString().ShouldBe("email");
        answer.Json["error"]!["request_id"]!.ToString().ShouldBe(answer.Headers["X-Request-Id"]);
    }

    [Theory]
    [InlineData("GET", "/customers/nobody", "", "invalid_request_error")]
    [InlineData("PUT", "/customers/nobody", "", "invalid_request_error")]
    [InlineData("POST", "/customers", "{", "api_error")]
    public async Task Each_error_has_its_type(string method, string path, string body, string type)
    {
        await using SimulatorFixture fixture = await StartAsync();

        (await fixture.Atlas().SendAsync(method, path, body)).Json["error"]!["type"]!.ToString().ShouldBe(type);
    }

    [Fact]
    public async Task A_wrong_key_is_an_authentication_error()
    {
        await using SimulatorFixture fixture = await StartAsync();

        (await fixture.Atlas("sk_test_of_somebody_else").GetAsync("/customers")).Json["error"]!["type"]!.ToString().ShouldBe("authentication_error");
    }

    [Fact]
    public async Task A_create_is_done_once_for_its_key()
    {
        await using SimulatorFixture fixture = await StartAsync();

        RawAnswer first = await CreateAsync(fixture, "order-1815", AtlasRequests.Ada);
        RawAnswer again = await CreateAsync(fixture, "order-1815", AtlasRequests.Ada);

        again.Status.ShouldBe(200);
        again.Text.ShouldBe(first.Text);
        fixture.Simulator.Atlas.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_409()
    {
        await using SimulatorFixture fixture = await StartAsync();
        await CreateAsync(fixture, "order-1815", AtlasRequests.Ada);

        RawAnswer answer = await CreateAsync(fixture, "order-1815", """{"email":"charles@example.com"}""");

        answer.Status.ShouldBe(409);
        answer.Json["error"]!["type"]!.ToString().ShouldBe("idempotency_error");
    }

    [Fact]
    public async Task A_key_is_forgotten_after_24_hours_and_after_a_failure()
    {
        await using SimulatorFixture fixture = await StartAsync();
        await CreateAsync(fixture, "order-1815", "{}");
        await CreateAsync(fixture, "order-1815", AtlasRequests.Ada);
        fixture.Clock.Advance(TimeSpan.FromHours(24));

        RawAnswer answer = await CreateAsync(fixture, "order-1815", AtlasRequests.Ada);

        answer.Status.ShouldBe(400);
        answer.Json["error"]!["code"]!.ToString().ShouldBe("customer_exists");
        answer.Json["error"]!["existing_customer_id"]!.ToString().ShouldBe(fixture.Simulator.Atlas.Customers.Single().Id);
    }

    [Fact]
    public async Task The_servers_source_does_not_look_at_the_key()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await CreateAsync(fixture, "order-1815", AtlasRequests.Ada);

        (await CreateAsync(fixture, "order-1815", AtlasRequests.Ada)).Json["error"]!["code"]!.ToString().ShouldBe("customer_exists");
    }

    private static async Task<SimulatorFixture> StartAsync()
    {
        SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Atlas.Dialect = AtlasDialect.Documentation;
        return fixture;
    }

    private static Task<RawAnswer> CreateAsync(SimulatorFixture fixture, string key, string body) =>
        fixture.Atlas().SendAsync("POST", "/customers", body, "application/json", ("Idempotency-Key", key));
}
