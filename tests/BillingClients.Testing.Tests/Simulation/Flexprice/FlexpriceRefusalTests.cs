namespace BillingClients.Testing.Tests.Flexprice;

public sealed class FlexpriceRefusalTests
{
    [Theory]
    [InlineData(null, null, "Unauthorized", "no x-api-key")]
    [InlineData("x-api-key", "sk_wrong", "Unauthorized", "the x-api-key is not accepted")]
    [InlineData("Authorization", "Bearer token", "Invalid token", "no x-api-key")]
    [InlineData("Authorization", "sk_raw", "Invalid authorization header format", "no x-api-key")]
    public async Task Without_a_valid_key_the_middleware_answers_401(string? header, string? value, string error, string objection)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.ClientOf(fixture.Simulator.Flexprice, header, value);

        RawAnswer answer = await client.PostAsync("/customers", FlexpriceBodies.Ada);

        answer.Status.ShouldBe(401);
        answer.Text.ShouldBe($$"""{"error":"{{error}}"}""");
        fixture.Simulator.Journal[0].Objection.ShouldBe(objection);
        fixture.Simulator.Flexprice.Customers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/customer")]
    [InlineData("GET", "/customers/")]
    [InlineData("GET", "/customers/a/b/c")]
    [InlineData("PATCH", "/customers/cust_x")]
    [InlineData("DELETE", "/customers")]
    [InlineData("GET", "")]
    public async Task An_unknown_path_or_verb_is_a_404_in_plain_text(string method, string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().SendAsync(method, path);

        answer.Status.ShouldBe(404);
        answer.Text.ShouldBe("404 page not found");
        answer.ContentType.ShouldBe("text/plain; charset=utf-8");
        fixture.Simulator.Journal[0].Objection.ShouldNotBeNull();
    }

    [Fact]
    public async Task Errors_come_in_the_older_shape_when_that_is_asked_for()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.ErrorShape = FlexpriceErrorShape.Older;
        RawClient client = fixture.Flexprice();
        await client.CreateAsync(FlexpriceBodies.Ada);

        RawAnswer duplicate = await client.PostAsync("/customers", FlexpriceBodies.Ada);
        RawAnswer notFound = await client.GetAsync("/customers/cust_x");
        RawAnswer unauthorized = await fixture.Flexprice("wrong").SearchAsync();

        duplicate.Status.ShouldBe(409);
        duplicate.Text.ShouldBe(
            """{"success":false,"error":{"message":"A customer with this identifier already exists","internal_error":"ent: constraint failed","details":{"external_id":"crm-1815"}}}""");
        notFound.Json["error"]!["message"]!.ToString().ShouldBe("Customer with ID cust_x was not found");
        unauthorized.Text.ShouldBe("""{"error":"Unauthorized"}""");
    }

    [Theory]
    [InlineData("req-1.a_B", true)]
    [InlineData("has blank", false)]
    [InlineData(null, false)]
    public async Task The_request_id_is_echoed_or_generated(string? sent, bool echoed)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        (string, string)[] headers = sent is null ? [] : [("X-Request-ID", sent)];

        RawAnswer answer = await fixture.Flexprice().SendAsync("GET", "/customers/cust_x", null, null, headers);

        if (echoed)
        {
            answer.Headers["X-Request-ID"].ShouldBe(sent);
        }
        else
        {
            answer.Headers["X-Request-ID"].ShouldMatch("^[0-9A-HJKMNP-TV-Z]{26}$");
        }
    }
}
