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
    public async Task An_escaped_external_id_is_decoded_within_its_segment()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        await client.CreateAsync(FlexpriceBodies.Named("a/b c?d%é"));

        (await client.GetAsync("/customers/external/a%2Fb%20c%3Fd%25%C3%A9")).Status.ShouldBe(200);
        fixture.Simulator.Flexprice.Requests[^1].Target.ShouldBe("/flexprice/v1/customers/external/a%2Fb%20c%3Fd%25%C3%A9");
    }

    [Fact]
    public async Task Integrations_come_only_when_they_are_expanded()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(
            """{"external_id":"a","name":"A","integration_entity_mapping":[{"provider_type":"stripe","provider_entity_id":"cus_1"}]}""");

        (await client.GetAsync($"/customers/{id}")).Json.AsObject().ContainsKey("integrations").ShouldBeFalse();
        var integration = (await client.GetAsync($"/customers/{id}?expand=integrations")).Json["integrations"]!.AsArray().ShouldHaveSingleItem();
        integration!["entity_id"]!.ToString().ShouldBe(id);
        integration["provider_entity_id"]!.ToString().ShouldBe("cus_1");
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
