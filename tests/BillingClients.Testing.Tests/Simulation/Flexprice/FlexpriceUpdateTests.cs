using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flexprice;

public sealed class FlexpriceUpdateTests
{
    [Theory]
    [InlineData("/customers?id={id}")]
    [InlineData("/customers?external_customer_id=crm-1815")]
    [InlineData("/customers?id={id}&external_customer_id=crm-1815")]
    public async Task An_update_changes_what_is_given_and_replaces_metadata_whole(string path)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Clock.Advance(TimeSpan.FromMinutes(45));

        RawAnswer answer = await client.PutAsync(
            path.Replace("{id}", id, StringComparison.Ordinal), """{"name":"Ada King","metadata":{"seats":"3","area":"eu"},"email":null}""");

        answer.Status.ShouldBe(200);
        answer.Json["name"]!.ToString().ShouldBe("Ada King");
        answer.Json["email"]!.ToString().ShouldBe("ada@example.com");
        answer.Json["metadata"]!.ToJsonString().ShouldBe("""{"area":"eu","seats":"3"}""");
        answer.Json["created_at"]!.ToString().ShouldBe("2026-11-20T09:15:00Z");
        JsonNode read = (await client.GetAsync($"/customers/{id}")).Json;
        read["name"]!.ToString().ShouldBe("Ada King");
        read["updated_at"]!.ToString().ShouldBe("2026-11-20T10:00:00Z");
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    /// <summary>The server changes the row and answers with what it had read before.</summary>
    [Fact]
    public async Task The_answer_to_an_update_has_the_time_of_the_change_before_it()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Clock.Advance(TimeSpan.FromMinutes(45));

        RawAnswer first = await client.PutAsync($"/customers?id={id}", """{"name":"Ada King"}""");
        RawAnswer second = await client.PutAsync($"/customers?id={id}", """{"name":"Ada Byron"}""");

        first.Json["updated_at"]!.ToString().ShouldBe("2026-11-20T09:15:00Z");
        second.Json["updated_at"]!.ToString().ShouldBe("2026-11-20T10:00:00Z");
    }

    [Fact]
    public async Task Empty_text_clears_a_field_and_status_cannot_be_set()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        RawAnswer answer = await client.PutAsync(
            $"/customers?id={id}",
            """
            {
              "contact":"","address_line1":"","address_line2":"","address_city":"","address_state":"","address_postal_code":"","metadata":{},
              "status":"archived"
            }
            """);

        answer.Json["contact"]!.ToString().ShouldBe("");
        answer.Json["address_line2"]!.ToString().ShouldBe("");
        answer.Json["address_postal_code"]!.ToString().ShouldBe("");
        answer.Json["address_country"]!.ToString().ShouldBe("US");
        answer.Json["metadata"]!.AsObject().ShouldBeEmpty();
        answer.Json["status"]!.ToString().ShouldBe("published");
        fixture.Simulator.Journal[1].Objection.ShouldBe("unknown field 'status'");
    }

    [Fact]
    public async Task A_changed_external_id_is_noted_in_the_metadata_and_findable_under_its_new_name()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        RawAnswer answer = await client.PutAsync($"/customers?id={id}", """{"external_id":"crm-1852"}""");

        answer.Json["metadata"]!["old_external_ids"]!.ToString().ShouldBe("crm-1852");
        (await client.GetAsync("/customers/external/crm-1815")).Status.ShouldBe(404);
        (await client.GetAsync("/customers/external/crm-1852")).Status.ShouldBe(200);
        (await client.PostAsync("/customers", FlexpriceBodies.Ada)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Changing_the_external_id_of_a_customer_without_metadata_is_the_servers_500()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Named("a"));

        RawAnswer answer = await client.PutAsync($"/customers?id={id}", """{"external_id":"b"}""");

        answer.Status.ShouldBe(500);
        answer.Text.ShouldBeEmpty();
        fixture.Simulator.Journal[1].Committed.ShouldBeFalse();
        (await client.GetAsync("/customers/external/a")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Taking_the_external_id_of_another_customer_is_a_409()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        await client.CreateAsync(FlexpriceBodies.Named("a"));
        await client.CreateAsync("""{"external_id":"b","name":"B","metadata":{}}""");

        RawAnswer answer = await client.PutAsync("/customers?external_customer_id=b", """{"external_id":"a"}""");

        answer.Status.ShouldBe(409);
        answer.Json["details"]!["external_id"]!.ToString().ShouldBe("a");
        (await client.GetAsync("/customers/external/b")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("/customers", "{}", 400, "validation_error")]
    [InlineData("/customers?id=cust_x", "{}", 404, "not_found")]
    [InlineData("/customers?external_customer_id=x", "{}", 404, "not_found")]
    [InlineData("/customers?id=cust_x&external_customer_id=crm-1815", "{}", 400, "validation_error")]
    [InlineData("/customers?external_customer_id=crm-1815", "", 400, "validation_error")]
    [InlineData("/customers?external_customer_id=crm-1815", """{"email":"x"}""", 400, "validation_error")]
    [InlineData("/customers?external_customer_id=crm-1815", """{"external_id":""}""", 500, "database_error")]
    [InlineData("/customers?external_customer_id=crm-1815", """{"name":""}""", 500, "database_error")]
    [InlineData("/customers?external_customer_id=crm-1815", """{"email":""}""", 400, "validation_error")]
    [InlineData("/customers?external_customer_id=crm-1815", """{"address_country":""}""", 400, "validation_error")]
    [InlineData("/customers?external_customer_id=crm-1815", """{"address_country":"us"}""", 400, "validation_error")]
    [InlineData("/customers?external_customer_id=crm-1815", """{"timezone":""}""", 400, "validation_error")]
    [InlineData("/customers?external_customer_id=crm-1815", """{"name":7}""", 400, "validation_error")]
    public async Task An_update_that_cannot_be_done_is_refused_and_changes_nothing(string path, string body, int status, string code)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        await client.CreateAsync(FlexpriceBodies.Ada);
        string before = fixture.Simulator.Flexprice.Customers[0].Json;

        RawAnswer answer = await client.PutAsync(path, body);

        answer.Status.ShouldBe(status);
        answer.Json["code"]!.ToString().ShouldBe(code);
        fixture.Simulator.Flexprice.Customers[0].Json.ShouldBe(before);
    }

    [Theory]
    [InlineData("Email", "email", "email")]
    [InlineData("AddressCountry", "address_country", "len")]
    [InlineData("Timezone", "timezone", "timezone")]
    public async Task An_empty_text_that_the_validators_refuse_in_an_update_passes_in_a_create(string field, string name, string rule)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();

        string id = await client.CreateAsync($$"""{"external_id":"a","name":"A","{{name}}":""}""");
        RawAnswer answer = await client.PutAsync($"/customers?id={id}", $$"""{"{{name}}":""}""");

        answer.Status.ShouldBe(400);
        answer.Json["details"]![field]!.ToString()
            .ShouldBe($"Key: 'UpdateCustomerRequest.{field}' Error:Field validation for '{field}' failed on the '{rule}' tag");
    }

    [Fact]
    public async Task A_name_has_no_limit_but_that_of_its_column()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        RawAnswer fits = await client.PutAsync($"/customers?id={id}", $$"""{"name":"{{string.Concat(Enumerable.Repeat("🦊", 255))}}"}""");
        RawAnswer tooLong = await client.PutAsync($"/customers?id={id}", $$"""{"name":"{{new string('x', 256)}}"}""");

        fits.Status.ShouldBe(200);
        tooLong.Status.ShouldBe(500);
        tooLong.Json["message"]!.ToString().ShouldBe("Failed to update customer");
    }

    [Fact]
    public async Task A_refused_update_leaves_the_time_of_the_last_change()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Clock.Advance(TimeSpan.FromMinutes(45));

        (await client.PutAsync($"/customers?id={id}", """{"name":""}""")).Status.ShouldBe(500);

        (await client.GetAsync($"/customers/{id}")).Json["updated_at"]!.ToString().ShouldBe("2026-11-20T09:15:00Z");
    }
}
