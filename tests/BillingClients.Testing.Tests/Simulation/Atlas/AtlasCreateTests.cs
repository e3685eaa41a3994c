using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Atlas;

public sealed class AtlasCreateTests
{
    [Fact]
    public async Task A_create_answers_201_with_the_customer_as_it_is_stored()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(999));

        RawAnswer answer = await fixture.Atlas().PostAsync("/customers", AtlasRequests.Ada);

        answer.Status.ShouldBe(201);
        answer.ContentType.ShouldBe("application/json");
        JsonNode expected = JsonNode.Parse(AtlasRequests.Ada)!;
        expected["id"] = answer.Json["id"]!.DeepClone();
        expected["object"] = "customer";
        expected["default_payment_method"] = null;
        expected["created"] = 1795166100;
        JsonNode.DeepEquals(answer.Json, expected).ShouldBeTrue(answer.Text);
        Guid.TryParseExact(answer.Json["id"]!.ToString(), "D", out _).ShouldBeTrue();
        SimulatedCustomer stored = fixture.Simulator.Atlas.Customers.ShouldHaveSingleItem();
        stored.Json.ShouldBe(answer.Text);
        stored.Email.ShouldBe("ada@example.com");
        stored.ExternalId.ShouldBeNull();
        fixture.Simulator.Journal.ShouldHaveSingleItem().Committed.ShouldBeTrue();
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_given_comes_back_null_or_empty()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Atlas().PostAsync("/customers", """{"email":"ada@example.com"}""");

        JsonNode expected = JsonNode.Parse("""
            {
              "object": "customer", "email": "ada@example.com", "name": null, "phone": null, "description": null, "billing_address": null, "shipping_address": null,
              "default_payment_method": null, "tax_exempt": false, "tax_ids": [], "metadata": {}, "created": 1795166100
            }
            """)!;
        expected["id"] = answer.Json["id"]!.DeepClone();
        JsonNode.DeepEquals(answer.Json, expected).ShouldBeTrue(answer.Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":"Ada"}""")]
    [InlineData("""{"email":null}""")]
    [InlineData("""{"email":""}""")]
    public async Task An_email_address_is_required(string body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Atlas().PostAsync("/customers", body);

        answer.ShouldBeError(400, "validation_error", "email is required");
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe("no email");
    }

    [Fact]
    public async Task A_taken_email_address_is_a_400_that_names_its_customer()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Atlas().StoreAsync();

        RawAnswer answer = await fixture.Atlas().PostAsync("/customers", AtlasRequests.Ada);

        answer.Status.ShouldBe(400);
        answer.Text.ShouldBe(
            $$$"""{"error":{"code":"customer_exists","message":"A customer with this email already exists","existing_customer_id":"{{{id}}}"}}""");
        fixture.Simulator.Atlas.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Email_addresses_are_compared_as_they_are_written()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Atlas().StoreAsync();

        (await fixture.Atlas().PostAsync("/customers", """{"email":"Ada@example.com"}""")).Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task A_malformed_body_is_an_internal_error(string body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().PostAsync("/customers", body)).ShouldBeError(500, "internal_error", "Internal server error");

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"email":5}""", "'email' has the wrong type")]
    [InlineData("""{"email":"ada@example.com","tax_exempt":"reverse"}""", "'tax_exempt' has the wrong type")]
    [InlineData("""{"email":"ada@example.com","metadata":[]}""", "'metadata' has the wrong type")]
    public async Task A_field_of_another_type_is_refused_by_the_database(string body, string objection)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().PostAsync("/customers", body)).ShouldBeError(500, "create_failed", "Failed to create customer");

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe(objection);
        fixture.Simulator.Atlas.Customers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"email":"ada@example.com","address":{"city":"London"}}""", "unknown field 'address'")]
    [InlineData("""{"email":"ada@example.com","default_token_id":"tok_1"}""", "unknown field 'default_token_id'")]
    [InlineData("""{"email":"ada@example.com","metadata":{"seats":5}}""", "'metadata' holds a value that is not text")]
    [InlineData("""{"email":"ada@example.com","billing_address":{"zip":"SW1Y 4JH"}}""", "'billing_address' holds something else than the six texts of an address")]
    [InlineData("""{"email":"ada@example.com","shipping_address":{"city":5}}""", "'shipping_address' holds something else than the six texts of an address")]
    [InlineData("""{"email":"ada@example.com","tax_ids":[{"type":"eu_vat"}]}""", "'tax_ids' holds something else than {type,value}")]
    [InlineData("""{"email":"ada@example.com","tax_ids":["DE123456789"]}""", "'tax_ids' holds something else than {type,value}")]
    public async Task What_the_server_lets_pass_and_the_documents_do_not_is_noted(string body, string objection)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().PostAsync("/customers", body)).Status.ShouldBe(201);

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe(objection);
    }
}
