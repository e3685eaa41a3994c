namespace BillingClients.Testing.Tests.Flexprice;

public sealed class FlexpriceCreateTests
{
    [Fact]
    public async Task A_create_answers_201_with_the_customer_as_it_is_stored()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Clock.Advance(TimeSpan.FromMicroseconds(123_450));

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

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
    public async Task An_external_id_that_is_taken_is_a_409_until_its_customer_is_archived()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        RawAnswer duplicate = await client.PostAsync("/customers", FlexpriceBodies.Ada);

        duplicate.Status.ShouldBe(409);
        duplicate.Text.ShouldBe(
            """{"code":"already_exists","message":"A customer with this identifier already exists","http_status_code":409,"details":{"external_id":"crm-1815"}}""");
        (await client.DeleteAsync($"/customers/{id}")).Status.ShouldBe(204);
        (await client.CreateAsync(FlexpriceBodies.Ada)).ShouldNotBe(id);
        fixture.Simulator.Flexprice.Customers.Select(customer => customer.IsArchived).ShouldBe([true, false]);
    }

    [Fact]
    public async Task Every_field_added_since_the_seed_is_taken_and_the_returned_ones_come_back()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", """
            {
              "external_id": "a", "name": "A", "contact": "+14155550100", "timezone": "Europe/Berlin",
              "skip_onboarding_workflow": true, "onboarding_workflow_name": "w",
              "tax_rate_overrides": [ { "tax_rate_code": "vat", "currency": "eur" } ]
            }
            """);

        answer.Status.ShouldBe(201);
        answer.Json["contact"]!.ToString().ShouldBe("+14155550100");
        answer.Json["timezone"]!.ToString().ShouldBe("Europe/Berlin");
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_integration_mapping_is_taken_and_dropped_and_the_journal_says_so()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();

        string id = await client.CreateAsync("""
            {
              "external_id": "a", "name": "A",
              "integration_entity_mapping": [ { "entity_id": "x", "entity_type": "customer", "provider_type": "stripe", "provider_entity_id": "cus_1" } ]
            }
            """);

        fixture.Simulator.Journal[0].Objection.ShouldBe("integration_entity_mapping is dropped; POST /integrations/link has replaced it");
        (await client.GetAsync($"/customers/{id}?expand=integrations")).Json.AsObject().ContainsKey("integrations").ShouldBeFalse();
    }

    [Theory]
    [InlineData("external_id", 256)]
    [InlineData("email", 260)]
    public async Task A_text_that_passes_the_validators_and_does_not_fit_its_column_is_a_500(string name, int length)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string text = $"{new string('x', length - "@example.com".Length)}@example.com";
        string body = name == "email" ? $$"""{"external_id":"a","name":"A","email":"{{text}}"}""" : FlexpriceBodies.Named(text);

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", body);

        answer.Status.ShouldBe(500);
        answer.Text.ShouldBe("""{"code":"database_error","message":"Failed to create customer","http_status_code":500}""");
        fixture.Simulator.Flexprice.Customers.ShouldBeEmpty();
        fixture.Simulator.Journal[0].Objection.ShouldBe("a text does not fit its column");
    }

    [Fact]
    public async Task Text_outside_ASCII_comes_back_as_it_was_sent()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Named("a", "Žofie 🦊 Çelik"));

        answer.Json["name"]!.ToString().ShouldBe("Žofie 🦊 Çelik");
        answer.Text.ShouldContain("Žofie");
    }
}
