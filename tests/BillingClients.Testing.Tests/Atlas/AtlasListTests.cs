namespace BillingClients.Testing.Tests;

public sealed class AtlasListTests
{
    [Theory]
    [InlineData("", 10, true)]
    [InlineData("?limit=5&offset=5", 5, true)]
    [InlineData("?limit=6&offset=6", 6, false)]
    [InlineData("?offset=10", 2, false)]
    [InlineData("?offset=12", 0, false)]
    [InlineData("?offset=13", 0, false)]
    [InlineData("?limit=0", 0, true)]
    [InlineData("?limit=&offset=&email=", 10, true)]
    public async Task A_page_is_cut_out_of_the_list_by_limit_and_offset(string query, int count, bool hasMore)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await StoreAsync(fixture, 12);

        RawAnswer answer = await fixture.Atlas().GetAsync($"/customers{query}");

        answer.Status.ShouldBe(200);
        answer.Json["object"]!.ToString().ShouldBe("list");
        answer.Json["data"]!.AsArray().Count.ShouldBe(count);
        answer.Json["has_more"]!.GetValue<bool>().ShouldBe(hasMore);
        answer.Json["total_count"]!.GetValue<int>().ShouldBe(12);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_newest_customer_comes_first()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await StoreAsync(fixture, 3);

        RawAnswer answer = await fixture.Atlas().GetAsync("/customers");

        answer.Json["data"]!.AsArray().Select(item => item!["email"]!.ToString()).ShouldBe(["ada2@example.com", "ada1@example.com", "ada0@example.com"]);
    }

    [Fact]
    public async Task An_email_address_filters_exactly()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await StoreAsync(fixture, 3);

        RawAnswer answer = await fixture.Atlas().GetAsync("/customers?email=ada1%40example.com");

        answer.Json["data"]!.AsArray().ShouldHaveSingleItem()!["email"]!.ToString().ShouldBe("ada1@example.com");
        answer.Json["total_count"]!.GetValue<int>().ShouldBe(1);
        (await fixture.Atlas().GetAsync("/customers?email=ada1")).Json["total_count"]!.GetValue<int>().ShouldBe(0);
    }

    [Theory]
    [InlineData("?limit=-1")]
    [InlineData("?limit=ten")]
    [InlineData("?offset=-1")]
    public async Task A_number_that_the_database_does_not_take_is_a_500(string query)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().GetAsync($"/customers{query}")).ShouldBeError(500, "list_failed", "Failed to list customers");

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("?limit=101", "'limit' is over 100")]
    [InlineData("?starting_after=a", "unknown query parameter 'starting_after'")]
    public async Task What_the_server_lets_pass_and_the_documents_do_not_is_noted(string query, string objection)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Atlas().GetAsync($"/customers{query}")).Status.ShouldBe(200);

        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe(objection);
    }

    private static async Task StoreAsync(SimulatorFixture fixture, int count)
    {
        RawClient client = fixture.Atlas();
        for (int i = 0; i < count; i++)
        {
            await client.StoreAsync($$"""{"email":"ada{{i}}@example.com"}""");
        }
    }
}
