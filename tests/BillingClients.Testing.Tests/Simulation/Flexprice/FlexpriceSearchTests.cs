using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flexprice;

public sealed class FlexpriceSearchTests
{
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
    [InlineData("""{"start_time":"2026-11-20T09:16:00Z"}""", "c b")]
    [InlineData("""{"end_time":"2026-11-20T10:16:00.000+01:00"}""", "b a")]
    [InlineData("""{"sort":[{"field":"name","direction":"asc"}]}""", "a c b")]
    [InlineData("""{"sort":[{"field":"email","direction":"asc"},{"field":"external_id","direction":"desc"}]}""", "c a b")]
    [InlineData("""{"filters":[{"field":"name","operator":"contains","data_type":"string","value":{"string":"ada"}}]}""", "c a")]
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

    [Fact]
    public async Task Without_a_status_archived_customers_are_listed_too_and_ids_pick_from_them()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture);
        string id = fixture.Simulator.Flexprice.Customers[1].Id;
        await client.DeleteAsync($"/customers/{id}");

        ExternalIds(await client.PostAsync("/customers/search", "{}")).ShouldBe(["c", "b", "a"]);
        ExternalIds(await client.PostAsync("/customers/search", """{"status":"archived"}""")).ShouldBe(["b"]);
        ExternalIds(await client.PostAsync("/customers/search", $$"""{"customer_ids":["{{id}}"],"expand":"integrations"}""")).ShouldBe(["b"]);
    }

    [Theory]
    [InlineData("""{"limit":1001}""", "limit")]
    [InlineData("""{"limit":-1}""", "limit")]
    [InlineData("""{"offset":-1}""", "offset")]
    [InlineData("""{"order":"up"}""", "order")]
    [InlineData("""{"start_time":"2026-11-21T00:00:00Z","end_time":"2026-11-20T00:00:00Z"}""", "end_time")]
    [InlineData("", null)]
    [InlineData("""{"limit":"ten"}""", null)]
    [InlineData("""{"start_time":"yesterday"}""", null)]
    [InlineData("""{"email":"x"}""", null)]
    [InlineData("""{"filters":[{"field":"name"}]}""", null)]
    [InlineData("""{"filters":[{"field":"name","operator":"like","data_type":"string","value":{"string":"a"}}]}""", null)]
    public async Task A_search_out_of_bounds_is_a_400(string body, string? detail)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers/search", body);

        answer.Status.ShouldBe(400);
        answer.Json["message"]!.ToString().ShouldBe("Invalid filter parameters");
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
