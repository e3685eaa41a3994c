using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests;

public sealed class RunOnAtlasListTests
{
    [Fact]
    public async Task A_list_has_ten_on_a_page_by_id_and_says_how_many_there_are()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture, 23);

        RawAnswer first = await client.GetAsync("/external/customers");
        RawAnswer last = await client.GetAsync("/external/customers?page=3");
        RawAnswer beyond = await client.GetAsync("/external/customers?page=2147483647&pageSize=100");

        first.Status.ShouldBe(200);
        Of(first, "id").ShouldBe(fixture.Simulator.RunOnAtlas.Customers.Select(customer => customer.Id).Order(StringComparer.Ordinal).Take(10));
        first.Json["count"]!.GetValue<int>().ShouldBe(23);
        first.Json["pages"]!.GetValue<int>().ShouldBe(3);
        first.Json["currentPage"]!.GetValue<int>().ShouldBe(1);
        first.Json["results"]![0]!.AsObject().ContainsKey("isEligibleForTrial").ShouldBeFalse();
        Of(last, "id").Count().ShouldBe(3);
        last.Json["currentPage"]!.GetValue<int>().ShouldBe(3);
        Of(beyond, "id").ShouldBeEmpty();
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("orderBy=name", "Customer 0")]
    [InlineData("orderBy=name&order=desc", "Customer 2")]
    [InlineData("orderBy=email&order=asc", "Customer 0")]
    [InlineData("orderBy=createdAt&order=desc", "Customer 2")]
    [InlineData("orderBy=updatedAt", "Customer 0")]
    [InlineData("orderBy=stripeId&order=desc", "Customer 2")]
    [InlineData("orderBy=quickBooksId", "Customer 0")]
    public async Task A_list_is_ordered_as_asked(string query, string first)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture, 3);

        RawAnswer answer = await client.GetAsync($"/external/customers?{query}");

        Of(answer, "name").First().ShouldBe(first);
    }

    [Theory]
    [InlineData("externalId=crm-1")]
    [InlineData("email=user1%40example.com")]
    [InlineData("name=Customer+1")]
    [InlineData("quickBooksId=qb-1")]
    [InlineData("stripeId=cus_1")]
    [InlineData("name=Customer%201&stripeId=cus_1")]
    public async Task A_filter_finds_the_whole_text(string query)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture, 3);

        RawAnswer answer = await client.GetAsync($"/external/customers?{query}");

        Of(answer, "externalId").ShouldBe(["crm-1"]);
        answer.Json["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_id_is_a_filter_too()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = await WithCustomersAsync(fixture, 3);
        string id = fixture.Simulator.RunOnAtlas.Customers[1].Id;

        Of(await client.GetAsync($"/external/customers?id={id}"), "id").ShouldBe([id]);
        Of(await client.GetAsync($"/external/customers?id={id}&name=Somebody"), "id").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=one")]
    [InlineData("pageSize=0")]
    [InlineData("pageSize=101")]
    [InlineData("order=up")]
    [InlineData("orderBy=billingCity")]
    [InlineData("email=")]
    public async Task A_query_that_the_documents_do_not_allow_is_a_400(string query)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.RunOnAtlas().GetAsync($"/external/customers?{query}");

        answer.Status.ShouldBe(400);
        answer.Json["message"]!.ToString().ShouldStartWith(query[..query.IndexOf('=', StringComparison.Ordinal)]);
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_parameter_that_the_documents_do_not_have_is_noted()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.RunOnAtlas().GetAsync("/external/customers?offset=10");

        answer.Text.ShouldBe("""{"results":[],"count":0,"pages":0,"currentPage":1}""");
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection!.ShouldContain("offset");
    }

    private static IEnumerable<string?> Of(RawAnswer answer, string field) =>
        answer.Json["results"]!.AsArray().Select(customer => customer![field]?.ToString());

    private static async Task<RawClient> WithCustomersAsync(SimulatorFixture fixture, int count)
    {
        RawClient client = fixture.RunOnAtlas();
        for (int i = 0; i < count; i++)
        {
            var body = new JsonObject
            {
                ["externalId"] = $"crm-{i}",
                ["name"] = $"Customer {i}",
                ["email"] = $"user{i}@example.com",
                ["quickBooksId"] = $"qb-{i}",
                ["stripeId"] = $"cus_{i}",
            };
            await client.PostAsync("/external/customers", body.ToJsonString());
            fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return client;
    }
}
