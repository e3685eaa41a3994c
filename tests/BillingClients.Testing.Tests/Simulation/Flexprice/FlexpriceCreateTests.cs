namespace BillingClients.Testing.Tests;

public sealed class FlexpriceCreateTests
{
    private const string Ada = """
        {
          "external_id": "crm-1815", "name": "Ada Lovelace", "email": "ada@example.com",
          "address_line1": "1 Market Street", "address_line2": "Suite 300", "address_city": "San Francisco", "address_state": "CA",
          "address_postal_code": "94105", "address_country": "US", "metadata": { "tier": "gold" }
        }
        """;

    [Fact]
    public async Task A_create_answers_201_with_the_customer_as_it_is_stored()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Clock.Advance(TimeSpan.FromMicroseconds(123_450));

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", Ada);

        answer.Status.ShouldBe(201);
        answer.Json["id"]!.ToString().ShouldMatch("^cust_[0-9A-HJKMNP-TV-Z]{26}$");
        answer.Json["address_country"]!.ToString().ShouldBe("US");
        answer.Json["metadata"]!["tier"]!.ToString().ShouldBe("gold");
        answer.Json["timezone"]!.ToString().ShouldBe("UTC");
        answer.Json["status"]!.ToString().ShouldBe("published");
        answer.Json["created_at"]!.ToString().ShouldBe("2026-11-20T09:15:00.12345Z");
        SimulatedCustomer stored = fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem();
        stored.Json.ShouldBe(answer.Text);
        stored.ExternalId.ShouldBe("crm-1815");
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task Unset_strings_come_back_empty_and_unset_metadata_comes_back_null()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", """{"external_id":"a","name":"A"}""");

        answer.Json["email"]!.ToString().ShouldBe("");
        answer.Json.AsObject().ContainsKey("metadata").ShouldBeTrue();
        answer.Json["metadata"].ShouldBeNull();
        answer.Json.AsObject().ContainsKey("contact").ShouldBeFalse();
        answer.Json["created_at"]!.ToString().ShouldBe("2026-11-20T09:15:00Z");
    }

    [Fact]
    public async Task Of_a_hundred_concurrent_creates_with_one_external_id_one_is_stored_and_the_others_conflict()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();

        RawAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.PostAsync("/customers", Ada)));

        answers.Count(answer => answer.Status == 201).ShouldBe(1);
        answers.Count(answer => answer.Status == 409).ShouldBe(99);
        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem();
        fixture.Simulator.Journal.Count(entry => entry.Committed).ShouldBe(1);
    }
}
