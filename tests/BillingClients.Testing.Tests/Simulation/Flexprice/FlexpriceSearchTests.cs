using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flexprice;

public sealed class FlexpriceSearchTests
{
    private const string Useless = "a filter is incomplete, or does not filter";

    [Fact]
    public async Task A_search_lists_newest_first_and_its_offset_is_where_the_next_page_starts()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture);

        RawAnswer first = await client.PostAsync("/customers/search", """{"limit":2}""");
        RawAnswer second = await client.PostAsync("/customers/search", """{"limit":2,"offset":2}""");

        ExternalIds(first).ShouldBe(["c", "b"]);
        first.Json["pagination"]!.ToJsonString().ShouldBe("""{"total":3,"limit":2,"offset":2}""");
        ExternalIds(second).ShouldBe(["a"]);
        second.Json["pagination"]!.ToJsonString().ShouldBe("""{"total":3,"limit":2,"offset":4}""");
    }

    [Theory]
    [InlineData("{}", "c b a")]
    [InlineData("""{"order":"asc"}""", "a b c")]
    [InlineData("""{"limit":0}""", "c b a")]
    [InlineData("""{"status":"published"}""", "c b a")]
    [InlineData("""{"status":"archived"}""", "")]
    [InlineData("""{"external_id":"b"}""", "b")]
    [InlineData("""{"external_ids":["a","c","x"]}""", "c a")]
    [InlineData("""{"email":"rosa@example.com"}""", "b")]
    [InlineData("""{"metadata":{"tier":"gold"}}""", "a")]
    [InlineData("""{"sort":[{"field":"name","direction":"asc"}]}""", "a c b")]
    [InlineData("""{"email":""}""", "c b a")]
    [InlineData("""{"expand":"integrations"}""", "c b a")]
    [InlineData("""{"sort":[{"field":"email","direction":"asc"},{"field":"external_id","direction":"desc"}]}""", "c a b")]
    [InlineData("""{"filters":[{"field":"name","operator":"contains","data_type":"string","value":{"string":"ada"}}]}""", "c a")]
    [InlineData("""{"filters":[{"field":"name","operator":"not_contains","data_type":"string","value":{"string":"ada"}}]}""", "b")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"eq","data_type":"date","value":{"date":"2026-11-20T10:16:00+01:00"}}]}""", "b")]
    [InlineData("""{"filters":[{"field":"email","operator":"eq","data_type":"string","value":{"string":"rosa@example.com"}}]}""", "b")]
    [InlineData("""{"filters":[{"field":"external_id","operator":"in","data_type":"array","value":{"array":["a","b"]}}]}""", "b a")]
    [InlineData("""{"filters":[{"field":"external_id","operator":"not_in","data_type":"array","value":{"array":["a","b"]}}]}""", "c")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"after","data_type":"date","value":{"date":"2026-11-20T09:16:00Z"}}]}""", "c")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"before","data_type":"date","value":{"date":"2026-11-20T09:16:00Z"}}]}""", "a")]
    public async Task A_search_filters_and_sorts(string body, string expected)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture);

        RawAnswer answer = await client.PostAsync("/customers/search", body);

        answer.Status.ShouldBe(200);
        string.Join(' ', ExternalIds(answer)).ShouldBe(expected);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"start_time":"2026-11-20T09:16:00Z"}""", "start_time and end_time are ignored")]
    [InlineData("""{"end_time":"2026-11-20T10:15:30.000+01:00"}""", "start_time and end_time are ignored")]
    [InlineData("""{"filters":[{"field":"name"}]}""", Useless)]
    [InlineData("""{"filters":[{"field":"name","operator":"like","data_type":"string","value":{"string":"x"}}]}""", Useless)]
    [InlineData("""{"filters":[{"field":"name","operator":"gte","data_type":"number","value":{"number":1}}]}""", Useless)]
    [InlineData("""{"filters":[{"field":"name","operator":"contains","data_type":"array","value":{"array":["x"]}}]}""", Useless)]
    [InlineData("""{"filters":[{"field":"created_at","operator":"before","data_type":"date","value":{}}]}""", Useless)]
    public async Task What_the_server_ignores_filters_nothing_and_is_in_the_journal(string body, string objection)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture);

        ExternalIds(await client.PostAsync("/customers/search", body)).ShouldBe(["c", "b", "a"]);

        fixture.Simulator.Journal[^1].Objection.ShouldBe(objection);
    }

    [Fact]
    public async Task A_filter_without_a_data_type_filters_and_is_in_the_journal()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture);

        RawAnswer answer = await client.PostAsync("/customers/search", """{"filters":[{"field":"external_id","operator":"eq","value":{"string":"a"}}]}""");

        ExternalIds(answer).ShouldBe(["a"]);
        fixture.Simulator.Journal[^1].Objection.ShouldBe(Useless);
    }

    [Theory]
    [InlineData("""{"filters":[{"field":"name","operator":"eq","data_type":"string"}]}""", 500, "")]
    [InlineData("""{"filters":[{"field":"shoe_size","operator":"eq","data_type":"number","value":{"number":42}}]}""", 400, "validation_error")]
    [InlineData("""{"filters":[{"operator":"eq","data_type":"string","value":{"string":"x"}}]}""", 400, "validation_error")]
    [InlineData("""{"sort":[{"field":"shoe_size"}]}""", 400, "validation_error")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"contains","data_type":"string","value":{"string":"2026"}}]}""", 500, "database_error")]
    [InlineData("""{"filters":[{"field":"name","operator":"after","data_type":"date","value":{"date":"2026-11-20T09:16:00Z"}}]}""", 500, "database_error")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"gt","data_type":"number","value":{"number":1}}]}""", 500, "database_error")]
    public async Task A_filter_or_an_order_that_the_server_cannot_apply_fails(string body, int status, string code)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers/search", body);

        answer.Status.ShouldBe(status);
        answer.Text.ShouldBe(code.Length == 0 ? "" : $$"""{"code":"{{code}}","message":"Failed to list customers","http_status_code":{{status}}}""");
    }

    [Theory]
    [InlineData("after", "2026-11-20T09:15:59.9999994Z", "c b")]
    [InlineData("after", "2026-11-20T09:15:59.9999996Z", "c")]
    [InlineData("before", "2026-11-20T09:16:00.0000005Z", "a")]
    [InlineData("before", "2026-11-20T09:16:00.0000006Z", "b a")]
    [InlineData("before", "9999-12-31T23:59:59.9999999Z", "c b a")]
    public async Task A_date_in_a_filter_is_rounded_to_microseconds_as_the_database_does(string comparison, string date, string expected)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture);

        RawAnswer answer = await client.PostAsync(
            "/customers/search",
            $$$"""{"filters":[{"field":"created_at","operator":"{{{comparison}}}","data_type":"date","value":{"date":"{{{date}}}"}}]}""");

        string.Join(' ', ExternalIds(answer)).ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_status_published_customers_are_listed()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture);
        string id = fixture.Simulator.Flexprice.Customers[1].Id;
        await client.DeleteAsync($"/customers/{id}");

        ExternalIds(await client.PostAsync("/customers/search", "{}")).ShouldBe(["c", "a"]);
        ExternalIds(await client.PostAsync("/customers/search", """{"status":""}""")).ShouldBe(["c", "a"]);
        ExternalIds(await client.PostAsync("/customers/search", """{"status":"archived"}""")).ShouldBe(["b"]);
        ExternalIds(await client.PostAsync("/customers/search", $$"""{"customer_ids":["{{id}}"]}""")).ShouldBeEmpty();
        ExternalIds(await client.PostAsync("/customers/search", $$"""{"customer_ids":["{{id}}"],"status":"archived"}""")).ShouldBe(["b"]);
    }

    [Theory]
    [InlineData("""{"limit":1001}""", "limit", "Invalid filter parameters")]
    [InlineData("""{"limit":-1}""", "limit", "Invalid filter parameters")]
    [InlineData("""{"offset":-1}""", "offset", "Invalid filter parameters")]
    [InlineData("""{"order":"up"}""", "order", "Invalid filter parameters")]
    [InlineData("""{"start_time":"2026-11-21T00:00:00Z","end_time":"2026-11-20T00:00:00Z"}""", "end_time", "Please provide a valid time range")]
    [InlineData("", null, "Invalid filter parameters")]
    [InlineData("""{"limit":"ten"}""", null, "Invalid filter parameters")]
    [InlineData("""{"start_time":"yesterday"}""", null, "Invalid filter parameters")]
    [InlineData("""{"email":"x"}""", null, "Please provide a valid email")]
    [InlineData("""{"email":"ada@example.c"}""", null, "Please provide a valid email")]
    [InlineData("""{"expand":"wallets"}""", "field", "Field is not allowed to be expanded")]
    [InlineData("""{"filters":[{"field":1}]}""", null, "Invalid filter parameters")]
    [InlineData("""{"filters":[{"field":"created_at","operator":"after","data_type":"date","value":{"date":"soon"}}]}""", null, "Invalid filter parameters")]
    public async Task A_search_out_of_bounds_is_a_400(string body, string? detail, string message)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers/search", body);

        answer.Status.ShouldBe(400);
        answer.Json["message"]!.ToString().ShouldBe(message);
        answer.Json["details"]?.AsObject().Single().Key.ShouldBe(detail);
        fixture.Simulator.Journal[0].Objection.ShouldNotBeNull();
    }

    private static async Task<RawClient> WithCustomersAsync(SimulatorFixture fixture)
    {
        RawClient client = fixture.Flexprice();
        await client.CreateAsync("""{"external_id":"a","name":"Ada Lovelace","email":"ada@example.com","metadata":{"tier":"gold","area":"eu"}}""");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.CreateAsync("""{"external_id":"b","name":"Rosa Diaz","email":"rosa@example.com"}""");
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        await client.CreateAsync("""{"external_id":"c","name":"Madame Adair","email":"ada@example.com"}""");
        return client;
    }

    private static string[] ExternalIds(RawAnswer answer) => [.. answer.Json["items"]!.AsArray().Select(ExternalId)];

    private static string ExternalId(JsonNode? customer) => customer!["external_id"]!.ToString();
}
