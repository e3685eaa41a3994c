using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests;

public sealed class RunOnAtlasUpsertTests
{
    [Fact]
    public async Task An_upsert_creates_a_plain_customer_without_a_subscription()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.RunOnAtlas();

        RawAnswer answer = await client.PostAsync("/external/customers/upsert", RunOnAtlasBodies.Ada);

        answer.Status.ShouldBe(200);
        answer.Json["name"]!.ToString().ShouldBe("Ada Lovelace");
        answer.Json.AsObject().ContainsKey("activeSubscriptions").ShouldBeFalse();
        RawAnswer expanded = await client.GetAsync("/external/customers/external-id/crm-1815/expanded");
        expanded.Json["activeSubscriptions"]!.AsArray().ShouldBeEmpty();
        expanded.Json["isEligibleForTrial"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task An_upsert_changes_what_it_holds_clears_what_is_null_and_leaves_the_rest()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.RunOnAtlas();
        RawAnswer created = await client.PostAsync("/external/customers", RunOnAtlasBodies.Full);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        RawAnswer answer = await client.PostAsync("/external/customers/upsert", """{"externalId":"crm-1815","name":"Ada King","billingAddress2":null}""");

        answer.Json["id"]!.ToString().ShouldBe(created.Json["id"]!.ToString());
        answer.Json["name"]!.ToString().ShouldBe("Ada King");
        answer.Json["billingAddress2"].ShouldBeNull();
        answer.Json["billingAddress1"]!.ToString().ShouldBe("1 Market Street");
        answer.Json["createdAt"]!.ToString().ShouldBe("2026-11-20T09:15:00.000Z");
        answer.Json["updatedAt"]!.ToString().ShouldBe("2026-11-20T09:16:00.000Z");
        fixture.Simulator.RunOnAtlas.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_bulk_upsert_takes_and_returns_a_list()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.RunOnAtlas();
        await client.PostAsync("/external/customers", RunOnAtlasBodies.Full);

        RawAnswer answer = await client.PostAsync(
            "/external/customers/upsert/bulk", """[{"externalId":"crm-1815","name":"Ada King"},{"externalId":"crm-1816","email":"rosa@example.com"}]""");

        answer.Status.ShouldBe(200);
        JsonArray customers = answer.Json.AsArray();
        customers.Select(customer => customer!["externalId"]!.ToString()).ShouldBe(["crm-1815", "crm-1816"]);
        customers[0]!["name"]!.ToString().ShouldBe("Ada King");
        customers[0]!["stripeId"]!.ToString().ShouldBe("cus_1");
        fixture.Simulator.RunOnAtlas.Customers.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("nothing")]
    [InlineData("""[{"externalId":"crm-1"},{"externalId":""}]""")]
    [InlineData("""[{"externalId":"crm-1"},5]""")]
    public async Task A_bulk_upsert_that_is_not_valid_stores_nothing(string body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.RunOnAtlas().PostAsync("/external/customers/upsert/bulk", body);

        answer.Status.ShouldBe(400);
        fixture.Simulator.RunOnAtlas.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }
}
