using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.RunOnAtlas;

public sealed class RunOnAtlasCreateTests
{
    [Fact]
    public async Task A_create_answers_with_the_expanded_customer_subscribed_to_the_default_plan()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Clock.Advance(TimeSpan.FromMicroseconds(123_456));

        RawAnswer answer = await fixture.RunOnAtlas().PostAsync("/external/customers", RunOnAtlasBodies.Full);

        answer.Status.ShouldBe(200);
        foreach ((string field, JsonNode? value) in JsonNode.Parse(RunOnAtlasBodies.Full)!.AsObject())
        {
            answer.Json[field]!.ToString().ShouldBe(value!.ToString());
        }

        answer.Json["id"]!.ToString().ShouldMatch("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$");
        answer.Json["createdAt"]!.ToString().ShouldBe("2026-11-20T09:15:00.123Z");
        answer.Json["updatedAt"]!.ToString().ShouldBe("2026-11-20T09:15:00.123Z");
        answer.Json["isEligibleForTrial"]!.GetValue<bool>().ShouldBeTrue();
        JsonNode subscription = answer.Json["activeSubscriptions"]!.AsArray().ShouldHaveSingleItem()!;
        subscription["status"]!.ToString().ShouldBe("active");
        subscription["customerId"]!.ToString().ShouldBe(answer.Json["id"]!.ToString());
        subscription["planId"]!.ToString().ShouldBe(fixture.Simulator.RunOnAtlas.DefaultPlanId);
        subscription["plan"]!["name"]!.ToString().ShouldBe("Free");
        foreach (string list in (string[])["upcomingSubscriptions", "conditionalBillableAccess", "customPricingUnits", "customerPrivatePlans"])
        {
            answer.Json[list]!.AsArray().ShouldBeEmpty();
        }

        SimulatedCustomer stored = fixture.Simulator.RunOnAtlas.Customers.ShouldHaveSingleItem();
        stored.ExternalId.ShouldBe("crm-1815");
        stored.Email.ShouldBe("ada@example.com");
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
        fixture.Simulator.Journal[0].Committed.ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_default_plan_there_is_no_subscription()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.RunOnAtlas.DefaultPlanId = null;

        RawAnswer answer = await fixture.RunOnAtlas().PostAsync("/external/customers", RunOnAtlasBodies.Ada);

        answer.Json["activeSubscriptions"]!.AsArray().ShouldBeEmpty();
        answer.Json.AsObject().ContainsKey("email").ShouldBeTrue();
        answer.Json["email"].ShouldBeNull();
    }

    [Fact]
    public async Task A_field_that_the_documents_do_not_have_is_dropped_and_noted()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.RunOnAtlas().PostAsync("/external/customers", """{"externalId":"a","phone":"+14155550100"}""");

        answer.Status.ShouldBe(200);
        answer.Json["phone"].ShouldBeNull();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection!.ShouldContain("phone");
    }
}
