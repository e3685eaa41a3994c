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
    public async Task Nothing_is_unique()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => fixture.Flex().PostAsync("/v1/customers", Ada)));

        answers.Select(answer => answer.Json["customer"]!["customer_id"]!.ToString()).Distinct().Count().ShouldBe(50);
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
