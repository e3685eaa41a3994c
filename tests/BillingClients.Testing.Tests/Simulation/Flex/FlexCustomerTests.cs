using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flex;

public sealed class FlexCustomerTests
{
    private const string Ada = """
        {
          "customer": {
            "first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com", "phone": "+15555555555", "employer": "Flex",
            "shipping": { "line1": "1 Market Street", "line2": "Suite 300", "city": "San Francisco", "state": "CA", "postal_code": "94105", "country": "US" },
            "checkout_session_id": "fcs_1", "metadata": "{\"external_id\": \"crm-1815\", \"seats\": 5}"
          }
        }
        """;

    [Fact]
    public async Task A_create_answers_200_with_the_customer_in_its_envelope()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(900));

        RawAnswer answer = await fixture.Flex().PostAsync("/v1/customers", Ada);

        answer.Status.ShouldBe(200);
        string id = answer.Json["customer"]!["customer_id"]!.ToString();
        string shippingId = answer.Json["customer"]!["shipping"]!["shipping_address_id"]!.ToString();
        id.ShouldMatch("^fcus_[0-9A-HJKMNP-TV-Z]{26}$");
        shippingId.ShouldMatch("^fsh_[0-9A-HJKMNP-TV-Z]{26}$");
        JsonNode expected = JsonNode.Parse($$"""
            {
              "customer": {
                "customer_id": "{{id}}",
                "first_name": "Ada", "last_name": "Lovelace", "email": "ada@example.com", "phone": "+15555555555", "employer": "Flex",
                "shipping": {
                  "shipping_address_id": "{{shippingId}}",
                  "line1": "1 Market Street", "line2": "Suite 300", "city": "San Francisco", "state": "CA", "postal_code": "94105", "country": "US"
                },
                "metadata": { "external_id": "crm-1815", "seats": 5 },
                "created_at": "2026-11-20T09:15:00Z",
                "test_mode": true
              }
            }
            """)!;
        JsonNode.DeepEquals(answer.Json, expected).ShouldBeTrue(answer.Text);
        SimulatedCustomer stored = fixture.Simulator.Flex.Customers.ShouldHaveSingleItem();
        stored.Id.ShouldBe(id);
        stored.Email.ShouldBe("ada@example.com");
        stored.ExternalId.ShouldBeNull();
        answer.Json["customer"]!.ToJsonString().ShouldBe(JsonNode.Parse(stored.Json)!.ToJsonString());
        fixture.Simulator.Journal.ShouldHaveSingleItem().Committed.ShouldBeTrue();
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_given_is_absent()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flex().PostAsync("/v1/customers", """{"customer":{"first_name":"Ada"}}""");

        answer.Json["customer"]!.AsObject().Select(field => field.Key).ShouldBe(["customer_id", "first_name", "created_at", "test_mode"]);
    }

    [Fact]
    public async Task A_create_with_the_email_of_a_customer_changes_what_is_given_and_makes_no_second_one()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawAnswer first = await fixture.Flex().PostAsync("/v1/customers", Ada);
        fixture.Clock.Advance(TimeSpan.FromHours(1));

        RawAnswer second = await fixture.Flex().PostAsync("/v1/customers", """{"customer":{"email":"ada@example.com","last_name":"King"}}""");

        second.Status.ShouldBe(200);
        JsonNode expected = first.Json.DeepClone();
        expected["customer"]!["last_name"] = "King";
        JsonNode.DeepEquals(second.Json, expected).ShouldBeTrue(second.Text);
        fixture.Simulator.Flex.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Many_creates_of_one_email_at_once_make_one_customer()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => fixture.Flex().PostAsync("/v1/customers", Ada)));

        answers.Select(answer => answer.Json["customer"]!["customer_id"]!.ToString()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_email_is_one_customer_for_each_mode_and_without_one_every_create_is_a_customer()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flex.AcceptKey(FlexClients.Live);

        await fixture.Flex().PostAsync("/v1/customers", Ada);
        await fixture.Flex(FlexClients.Live).PostAsync("/v1/customers", Ada);
        await fixture.Flex().StoreFlexAsync();
        await fixture.Flex().StoreFlexAsync();

        fixture.Simulator.Flex.Customers.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Emails_that_differ_in_case_are_two_customers()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        await fixture.Flex().PostAsync("/v1/customers", """{"customer":{"email":"ada@example.com"}}""");
        await fixture.Flex().PostAsync("/v1/customers", """{"customer":{"email":"Ada@example.com"}}""");

        fixture.Simulator.Flex.Customers.Select(static customer => customer.Email).ShouldBe(["ada@example.com", "Ada@example.com"]);
    }

    [Fact]
    public async Task An_update_to_the_email_of_another_customer_is_refused()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flex().PostAsync("/v1/customers", Ada);
        string id = await fixture.Flex().StoreFlexAsync();

        RawAnswer refused = await fixture.Flex().SendAsync("PATCH", $"/v1/customers/{id}", """{"customer":{"email":"ada@example.com"}}""");

        refused.Status.ShouldBe(422);
        refused.Json["detail"]![0]!["type"]!.ToString().ShouldBe("email_taken");
    }

    [Fact]
    public async Task A_deleted_customer_is_neither_read_nor_listed_and_its_email_is_free()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Flex().StoreFlexAsync("""{"email":"ada@example.com"}""");

        RawAnswer deleted = await fixture.Flex().SendAsync("DELETE", $"/v1/customers/{id}", null);

        deleted.Status.ShouldBe(204);
        deleted.Text.ShouldBeEmpty();
        (await fixture.Flex().GetAsync($"/v1/customers/{id}")).Status.ShouldBe(404);
        (await fixture.Flex().GetAsync("/v1/customers")).Json["customers"]!.AsArray().ShouldBeEmpty();
        (await fixture.Flex().SendAsync("DELETE", $"/v1/customers/{id}", null)).Status.ShouldBe(404);
        (await fixture.Flex().StoreFlexAsync("""{"email":"ada@example.com"}""")).ShouldNotBe(id);
    }

    [Fact]
    public async Task A_key_of_the_other_mode_deletes_nobody()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flex.AcceptKey(FlexClients.Live);
        string id = await fixture.Flex().StoreFlexAsync();

        (await fixture.Flex(FlexClients.Live).SendAsync("DELETE", $"/v1/customers/{id}", null)).Status.ShouldBe(404);

        fixture.Simulator.Flex.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_customer_is_read_by_its_id()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawAnswer created = await fixture.Flex().PostAsync("/v1/customers", Ada);

        RawAnswer read = await fixture.Flex().GetAsync($"/v1/customers/{created.Json["customer"]!["customer_id"]}");

        read.Status.ShouldBe(200);
        read.Text.ShouldBe(created.Text);
    }

    [Fact]
    public async Task An_update_changes_what_is_given_clears_with_null_and_replaces_metadata()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string id = await fixture.Flex().StoreFlexAsync(
            """{"first_name":"Ada","phone":"+15555555555","metadata":"{\"tier\":\"gold\"}","shipping":{"line1":"1 Market Street","city":"San Francisco"}}""");
        string shippingId = JsonOf(fixture)["shipping"]!["shipping_address_id"]!.ToString();

        RawAnswer answer = await fixture.Flex().PatchAsync(
            $"/v1/customers/{id}",
            """{"customer":{"phone":null,"last_name":"King","metadata":"{\"seats\":\"5\"}","shipping":{"line1":"2 Market Street","city":null}}}""");

        answer.Status.ShouldBe(200);
        answer.Json["customer"]!["first_name"]!.ToString().ShouldBe("Ada");
        answer.Json["customer"]!["last_name"]!.ToString().ShouldBe("King");
        answer.Json["customer"]!["phone"].ShouldBeNull();
        answer.Json["customer"]!["metadata"]!.ToJsonString().ShouldBe("""{"seats":"5"}""");
        answer.Json["customer"]!["shipping"]!.ToJsonString().ShouldBe($$"""{"shipping_address_id":"{{shippingId}}","line1":"2 Market Street"}""");
        fixture.Simulator.Journal[^1].Committed.ShouldBeTrue();
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();

        await fixture.Flex().PatchAsync($"/v1/customers/{id}", """{"customer":{"shipping":null,"metadata":null}}""");
        JsonOf(fixture).AsObject().Select(field => field.Key).ShouldBe(["customer_id", "first_name", "last_name", "created_at", "test_mode"]);
    }

    [Fact]
    public async Task Test_and_live_data_are_apart()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flex.AcceptKey(FlexClients.Live);
        string id = await fixture.Flex().StoreFlexAsync();
        RawClient live = fixture.Flex(FlexClients.Live);

        (await live.GetAsync($"/v1/customers/{id}")).Status.ShouldBe(404);
        (await live.PatchAsync($"/v1/customers/{id}", """{"customer":{}}""")).Status.ShouldBe(404);
        (await live.GetAsync("/v1/customers")).Text.ShouldBe("""{"customers":[]}""");
        (await live.PostAsync("/v1/customers", """{"customer":{}}""")).Json["customer"]!["test_mode"]!.GetValue<bool>().ShouldBeFalse();
    }

    private static JsonNode JsonOf(SimulatorFixture fixture) =>
        JsonNode.Parse(fixture.Simulator.Flex.Customers.ShouldHaveSingleItem().Json)!;
}
