using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests;

public sealed class FlowgladListTests
{
    [Fact]
    public async Task An_empty_list_has_no_cursors()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Flowglad().GetAsync(FlowgladBodies.Customers)).Text.ShouldBe("""{"data":[],"hasMore":false,"total":0}""");
    }

    [Fact]
    public async Task Ten_customers_are_on_a_page_oldest_first_and_the_cursor_leads_on()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flowglad();
        for (int i = 0; i < 12; i++)
        {
            await client.CreateAtFlowgladAsync($"crm-{i}");
        }

        RawAnswer first = await client.GetAsync(FlowgladBodies.Customers);
        string cursor = first.Json["nextCursor"]!.ToString();
        RawAnswer second = await client.GetAsync($"{FlowgladBodies.Customers}?cursor={Uri.EscapeDataString(cursor)}");

        Ids(first).ShouldBe(Enumerable.Range(0, 10).Select(i => $"crm-{i}"));
        first.Json["hasMore"]!.GetValue<bool>().ShouldBeTrue();
        first.Json["total"]!.GetValue<int>().ShouldBe(12);
        first.Json.AsObject().ContainsKey("currentCursor").ShouldBeFalse();
        Ids(second).ShouldBe(["crm-10", "crm-11"]);
        second.Json["currentCursor"]!.ToString().ShouldBe(cursor);
        second.Json["hasMore"]!.GetValue<bool>().ShouldBeFalse();
        second.Json.AsObject().ContainsKey("nextCursor").ShouldBeFalse();
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task Archived_customers_are_listed_and_counted()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815");
        await fixture.Flowglad().PostAsync(FlowgladBodies.AdaPath + "/archive", "{}");

        RawAnswer answer = await fixture.Flowglad().GetAsync(FlowgladBodies.Customers);

        answer.Json["data"]![0]!["archived"]!.GetValue<bool>().ShouldBeTrue();
        answer.Json["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_filter_is_ignored_and_objected_to()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flowglad().CreateAtFlowgladAsync("crm-1815");

        Ids(await fixture.Flowglad().GetAsync(FlowgladBodies.Customers + "?email=other%40example.com")).ShouldBe(["crm-1815"]);
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection.ShouldBe("unknown query parameter 'email'");
    }

    [Theory]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("cursor=a&cursor=b", "cursor")]
    public async Task A_parameter_that_is_repeated_is_a_400_without_a_code(string query, string name)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Flowglad().GetAsync($"{FlowgladBodies.Customers}?{query}")).ShouldBeFlowgladError(400, null, $"Multiple '{name}' values are not allowed");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("%21%21")]
    [InlineData("bm90IEpTT04%3D")]
    [InlineData("e30%3D")]
    public async Task A_bad_cursor_is_a_400_without_a_code(string cursor)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        (await fixture.Flowglad().GetAsync($"{FlowgladBodies.Customers}?cursor={cursor}")).ShouldBeFlowgladError(400, null, "Invalid cursor");
    }

    [Theory]
    [InlineData("0", "Too small: expected number to be >=1")]
    [InlineData("", "Too small: expected number to be >=1")]
    [InlineData("-3", "Too small: expected number to be >=1")]
    [InlineData("101", "Too big: expected number to be <=100")]
    [InlineData("1.5", "Invalid input: expected int, received number")]
    [InlineData("ten", "Invalid input: expected number, received NaN")]
    public async Task A_bad_limit_is_a_400_whose_text_holds_the_issues(string limit, string message)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flowglad().GetAsync($"{FlowgladBodies.Customers}?limit={limit}");

        answer.Status.ShouldBe(400);
        answer.Json.AsObject().ContainsKey("code").ShouldBeFalse();
        JsonNode.Parse(answer.Json["error"]!.GetValue<string>())![0]!["message"]!.ToString().ShouldBe(message);
    }

    private static IEnumerable<string> Ids(RawAnswer answer) => answer.Json["data"]!.AsArray().Select(customer => customer!["externalId"]!.ToString());
}
