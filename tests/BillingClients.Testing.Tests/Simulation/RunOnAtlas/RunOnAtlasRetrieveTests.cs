using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.RunOnAtlas;

public sealed class RunOnAtlasRetrieveTests
{
    [Fact]
    public async Task By_id_the_customer_is_plain_and_by_external_id_it_is_expanded()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.RunOnAtlas();
        string id = (await client.PostAsync("/external/customers", """{"externalId":"a/b c"}""")).Json["id"]!.ToString();
        fixture.Simulator.RunOnAtlas.AddTrial(id);
        fixture.Simulator.RunOnAtlas.AddCredits(id, "cpu-calls", 12.5m);

        RawAnswer plain = await client.GetAsync($"/external/customers/{id}");
        RawAnswer expanded = await client.GetAsync("/external/customers/external-id/a%2Fb%20c/expanded");

        plain.Status.ShouldBe(200);
        plain.Json.AsObject().ContainsKey("activeSubscriptions").ShouldBeFalse();
        expanded.Status.ShouldBe(200);
        expanded.Json["id"]!.ToString().ShouldBe(id);
        expanded.Json["activeSubscriptions"]!.AsArray().Count.ShouldBe(2);
        expanded.Json["isEligibleForTrial"]!.GetValue<bool>().ShouldBeFalse();
        expanded.Json["customPricingUnits"]![0]!["balance"]!.GetValue<decimal>().ShouldBe(12.5m);
        expanded.Json.AsObject().ContainsKey("status").ShouldBeFalse();
    }

    [Fact]
    public async Task The_route_of_the_own_client_has_a_status_too()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.RunOnAtlas();
        await client.PostAsync("/external/customers", RunOnAtlasBodies.Ada);

        RawAnswer answer = await client.GetAsync("/external/customers/external-id/crm-1815/with-active-and-upcoming-subscriptions");

        answer.Json["status"]!.ToString().ShouldBe("active");
        answer.Json["activeSubscriptions"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("/external/customers/6f1f0c0e-6a63-4f0e-9b0a-3f1d5d2f8a11")]
    [InlineData("/external/customers/external-id/nobody/expanded")]
    [InlineData("/external/customers/external-id/nobody/with-active-and-upcoming-subscriptions")]
    [InlineData("/external/customers/nobody/customPricingUnits/cpu-calls/credit-usage")]
    public async Task A_customer_that_is_not_there_is_a_404(string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.RunOnAtlas().GetAsync(path);

        answer.Status.ShouldBe(404);
        answer.Text.ShouldBe("""{"message":"Customer not found"}""");
    }

    [Fact]
    public async Task The_usage_of_credits_is_told_and_unknown_credits_are_a_404()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.RunOnAtlas();
        string id = (await client.PostAsync("/external/customers", RunOnAtlasBodies.Ada)).Json["id"]!.ToString();
        fixture.Simulator.RunOnAtlas.AddCredits(id, "cpu-calls", 900);

        RawAnswer usage = await client.GetAsync($"/external/customers/{id}/customPricingUnits/cpu-calls/credit-usage");
        RawAnswer none = await client.GetAsync($"/external/customers/{id}/customPricingUnits/cpu-other/credit-usage");

        usage.Json["remaining"]!.GetValue<int>().ShouldBe(900);
        usage.Json["nextExpiring"]!["amount"]!.GetValue<int>().ShouldBe(900);
        none.Status.ShouldBe(404);
        Should.Throw<KeyNotFoundException>(() => fixture.Simulator.RunOnAtlas.AddCredits("nobody", "cpu-calls", 1));
    }

    [Fact]
    public async Task What_the_own_client_needs_beside_customers_is_there()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.RunOnAtlas();
        await client.PostAsync("/external/customers", RunOnAtlasBodies.Ada);

        JsonNode merchant = (await client.GetAsync("/external/merchants/me")).Json;
        JsonNode model = (await client.GetAsync("/external/pricingModel")).Json;
        RawAnswer version = await client.PostAsync("/external/sdk/version", """[{"library":"core","version":"2.8.0"}]""");
        RawAnswer features = await client.PutAsync("/external/billables/register", """{"slugs":["calls"]}""");
        RawAnswer events = await client.PostAsync("/external/event", "[]");
        RawAnswer payment = await client.PatchAsync(
            "/external/customers/external-id/crm-1815/stripe/payment-method", """{"successUrl":"https://example.com/"}""");

        merchant["mode"]!.ToString().ShouldBe("test");
        merchant["defaultPlanId"]!.ToString().ShouldBe(fixture.Simulator.RunOnAtlas.DefaultPlanId);
        model["plans"]!.AsArray().Select(plan => plan!["id"]!.ToString()).ShouldContain(fixture.Simulator.RunOnAtlas.DefaultPlanId!);
        version.Status.ShouldBe(200);
        features.Status.ShouldBe(200);
        events.Status.ShouldBe(200);
        payment.Json["url"]!.ToString().ShouldStartWith("https://checkout.example/");
        (await client.PatchAsync("/external/customers/external-id/nobody/stripe/payment-method", "{}")).Status.ShouldBe(404);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }
}
