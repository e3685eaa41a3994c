namespace BillingClients.Testing.Tests;

public sealed class AtlasPortalTests
{
    [Fact]
    public async Task A_session_is_made_for_a_customer_and_read_until_it_expires()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string customer = await fixture.Atlas().StoreAsync();

        RawAnswer made = await fixture.Atlas().PostAsync(
            "/portal-sessions",
            $$"""{"customer":"{{customer}}","return_url":"https://example.com","configuration":{"features":{"subscription_pause":{"enabled":false} } } }""");

        made.Status.ShouldBe(201);
        made.Json["object"]!.ToString().ShouldBe("billing_portal.session");
        made.Json["customer"]!.ToString().ShouldBe(customer);
        made.Json["return_url"]!.ToString().ShouldBe("https://example.com");
        made.Json["expires_at"]!.GetValue<long>().ShouldBe(made.Json["created"]!.GetValue<long>() + 3600);
        made.Json["configuration"]!["features"]!["subscription_pause"]!["enabled"]!.GetValue<bool>().ShouldBeFalse();
        made.Json["configuration"]!["features"]!["subscription_cancel"]!["enabled"]!.GetValue<bool>().ShouldBeTrue();
        string path = $"/portal-sessions/{made.Json["id"]}";
        (await fixture.Atlas().GetAsync(path)).Text.ShouldBe(made.Text);
        fixture.Clock.Advance(TimeSpan.FromHours(2));
        (await fixture.Atlas().GetAsync(path)).ShouldBeError(410, "session_expired", "Portal session has expired");
    }

    [Theory]
    [InlineData("{}", 400, "validation_error", "customer is required")]
    [InlineData("""{"customer":"nobody"}""", 400, "validation_error", "return_url is required")]
    [InlineData("""{"customer":"nobody","return_url":"https://example.com"}""", 404, "not_found", "Customer not found")]
    [InlineData("{", 500, "internal_error", "Internal server error")]
    public async Task A_session_needs_a_customer_and_a_return_url(string body, int status, string code, string message)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().PostAsync("/portal-sessions", body)).ShouldBeError(status, code, message);
    }

    [Fact]
    public async Task A_session_of_nobody_is_a_404()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().GetAsync("/portal-sessions/a")).ShouldBeError(404, "not_found", "Portal session not found");
    }
}
