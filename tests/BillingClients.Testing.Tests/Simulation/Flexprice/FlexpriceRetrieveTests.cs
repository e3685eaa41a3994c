namespace BillingClients.Testing.Tests.Flexprice;

public sealed class FlexpriceRetrieveTests
{
    [Fact]
    public async Task A_customer_is_found_by_id_and_by_external_id()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        RawAnswer created = await client.PostAsync("/customers", FlexpriceBodies.Ada);

        string[] paths = [$"/customers/{created.Json["id"]}", "/customers/external/crm-1815"];
        foreach (string path in paths)
        {
            RawAnswer answer = await client.GetAsync(path);
            answer.Status.ShouldBe(200);
            answer.Text.ShouldBe(created.Text);
        }
    }

    [Fact]
    public async Task An_archived_customer_is_found_by_id_only()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        await client.DeleteAsync($"/customers/{id}");

        (await client.GetAsync($"/customers/{id}")).Json["status"]!.ToString().ShouldBe("archived");
        RawAnswer byExternalId = await client.GetAsync("/customers/external/crm-1815");
        byExternalId.Status.ShouldBe(404);
        byExternalId.Text.ShouldBe(
            """{"code":"not_found","message":"Customer with lookup key crm-1815 was not found","http_status_code":404,"details":{"lookup_key":"crm-1815"}}""");
    }

    [Fact]
    public async Task An_unknown_id_is_a_404_that_names_it()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().GetAsync("/customers/cust_x");

        answer.Status.ShouldBe(404);
        answer.Text.ShouldBe(
            """{"code":"not_found","message":"Customer with ID cust_x was not found","http_status_code":404,"details":{"customer_id":"cust_x"}}""");
    }

    [Fact]
    public async Task An_escaped_external_id_is_decoded()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        await client.CreateAsync(FlexpriceBodies.Named("a c?d%2F%é"));

        (await client.GetAsync("/customers/external/a%20c%3Fd%252F%25%C3%A9")).Status.ShouldBe(200);
        fixture.Simulator.Flexprice.Requests[^1].Target.ShouldBe("/flexprice/v1/customers/external/a%20c%3Fd%252F%25%C3%A9");
    }

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a/../b", "a%2F..%2Fb")]
    [InlineData("/", "%2F")]
    public async Task An_escaped_slash_begins_another_segment_and_only_a_search_finds_the_customer(string externalId, string escaped)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Named(externalId));

        RawAnswer answer = await client.GetAsync($"/customers/external/{escaped}");
        RawAnswer found = await client.SearchAsync($$"""{"external_id":"{{externalId}}"}""");
        RawAnswer updated = await client.PutAsync($"/customers?external_customer_id={escaped}", """{"name":"B"}""");

        answer.Status.ShouldBe(404);
        answer.Text.ShouldBe("404 page not found");
        found.Json["items"]![0]!["id"]!.ToString().ShouldBe(id);
        updated.Json["id"]!.ToString().ShouldBe(id);
    }

    [Theory]
    [InlineData("/customers/external/crm-1815%2Fentitlements", "features")]
    [InlineData("/customers/external/crm-1815%2Fsubscriptions", "items")]
    [InlineData("/customers/{id}%2Fusage", "features")]
    [InlineData("/customers/external%2Fcrm-1815", "external_id")]
    public async Task A_key_with_an_escaped_slash_reads_what_that_path_holds(string path, string member)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        RawAnswer answer = await client.GetAsync(path.Replace("{id}", id, StringComparison.Ordinal));

        answer.Status.ShouldBe(200);
        answer.Json.AsObject().ContainsKey(member).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/customers/usage", "Provide customer_id or customer_lookup_key")]
    [InlineData("/customers/wallets", "Please provide either id or lookup_key")]
    public async Task Usage_and_wallets_are_paths_of_their_own(string path, string message)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        RawAnswer unnamed = await client.GetAsync(path);
        RawAnswer byId = await client.GetAsync($"{path}?{(path.EndsWith("usage", StringComparison.Ordinal) ? "customer_id" : "id")}={id}");

        unnamed.Status.ShouldBe(400);
        unnamed.Json["message"]!.ToString().ShouldBe(message);
        byId.Status.ShouldBe(200);
    }

    [Fact]
    public async Task Only_integrations_can_be_expanded()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        RawAnswer created = await client.PostAsync("/customers", FlexpriceBodies.Ada);
        string path = $"/customers/{created.Json["id"]}?expand=";

        (await client.GetAsync($"{path}integrations")).Text.ShouldBe(created.Text);
        RawAnswer refused = await client.GetAsync($"{path}integrations,wallets");

        refused.Status.ShouldBe(400);
        refused.Json["details"]!["field"]!.ToString().ShouldBe("wallets");
    }

    [Fact]
    public async Task The_subscriptions_of_a_customer_are_listed_by_external_id()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        await client.CreateAsync(FlexpriceBodies.Named("crm-1816"));
        fixture.Simulator.Flexprice.AddSubscription(id);

        RawAnswer subscribed = await client.GetAsync("/customers/external/crm-1815/subscriptions");
        RawAnswer other = await client.GetAsync("/customers/external/crm-1816/subscriptions");
        RawAnswer nobody = await client.GetAsync("/customers/external/crm-1817/subscriptions");

        var subscription = subscribed.Json["items"]!.AsArray().ShouldHaveSingleItem()!;
        subscription["customer_id"]!.ToString().ShouldBe(id);
        subscription["subscription_status"]!.ToString().ShouldBe("active");
        other.Text.ShouldBe("""{"items":[],"pagination":{"total":0,"limit":50,"offset":50}}""");
        nobody.Status.ShouldBe(404);
        nobody.Json["details"]!["lookup_key"]!.ToString().ShouldBe("crm-1817");
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }
}
