namespace BillingClients.Testing.Tests;

public sealed class FlexListTests
{
    [Fact]
    public async Task A_list_holds_bare_customers_newest_first_and_nothing_else()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string[] ids = await StoreAsync(fixture, 3);

        RawAnswer answer = await fixture.Flex().GetAsync("/v1/customers");

        answer.Status.ShouldBe(200);
        answer.Json.AsObject().Select(field => field.Key).ShouldBe(["customers"]);
        IdsOf(answer).ShouldBe(ids.Reverse());
        answer.Json["customers"]![2]!.ToJsonString().ShouldBe(fixture.Simulator.Flex.Customers[0].Json);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_default_limit_is_10()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await StoreAsync(fixture, 11);

        IdsOf(await fixture.Flex().GetAsync("/v1/customers")).Length.ShouldBe(10);
        IdsOf(await fixture.Flex().GetAsync("/v1/customers?limit=100")).Length.ShouldBe(11);
    }

    [Theory]
    [InlineData("limit=2", 4, 3)]
    [InlineData("limit=2&starting_after={3}", 2, 1)]
    [InlineData("limit=2&starting_after={1}", 0)]
    [InlineData("limit=2&starting_after={0}")]
    [InlineData("limit=2&ending_before={1}", 3, 2)]
    [InlineData("limit=2&ending_before={3}", 4)]
    [InlineData("limit=2&offset=3", 1, 0)]
    [InlineData("limit=2&offset=9")]
    [InlineData("limit=2&starting_after={4}&offset=1", 2, 1)]
    [InlineData("starting_after={4}&ending_before={1}", 3, 2)]
    public async Task Pages_go_by_id_or_by_offset(string query, params int[] places)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string[] ids = await StoreAsync(fixture, 5);
        for (int place = 0; place < ids.Length; place++)
        {
            query = query.Replace($"{{{place}}}", ids[place], StringComparison.Ordinal);
        }

        IdsOf(await fixture.Flex().GetAsync($"/v1/customers?{query}")).ShouldBe(places.Select(place => ids[place]));
    }

    [Fact]
    public async Task The_email_filter_is_exact()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        string ada = await fixture.Flex().StoreFlexAsync("""{"email":"ada+flex@example.com"}""");
        await fixture.Flex().StoreFlexAsync("""{"email":"ada@example.com"}""");
        await fixture.Flex().StoreFlexAsync();

        IdsOf(await fixture.Flex().GetAsync("/v1/customers?email=ada%2Bflex%40example.com")).ShouldBe([ada]);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("offset=-1", "offset")]
    [InlineData("starting_after=fcus_0", "starting_after")]
    [InlineData("ending_before=fcus_0", "ending_before")]
    public async Task A_parameter_that_makes_no_sense_is_a_422(string query, string parameter)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flex().GetAsync($"/v1/customers?{query}");

        answer.Status.ShouldBe(422);
        answer.Json["detail"]![0]!["loc"]!.ToJsonString().ShouldBe($"""["{parameter}"]""");
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_unknown_parameter_is_noted()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Flex().GetAsync("/v1/customers?page=2")).Status.ShouldBe(200);

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe("unknown query parameter 'page'");
    }

    private static string[] IdsOf(RawAnswer answer) => [.. answer.Json["customers"]!.AsArray().Select(customer => customer!["customer_id"]!.ToString())];

    private static async Task<string[]> StoreAsync(SimulatorFixture fixture, int count)
    {
        RawClient client = fixture.Flex();
        var ids = new string[count];
        for (int place = 0; place < count; place++)
        {
            ids[place] = await client.StoreFlexAsync();
        }

        return ids;
    }
}
