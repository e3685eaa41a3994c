namespace BillingClients.Testing.Tests.RunOnAtlas;

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
}
