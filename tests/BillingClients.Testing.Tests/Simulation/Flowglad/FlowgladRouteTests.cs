using System.Text.Json.Nodes;

namespace BillingClients.Testing.Tests.Flowglad;

/// <summary>The path is decoded before it is compared with the routes.</summary>
public sealed class FlowgladRouteTests
{
    [Theory]
    [InlineData("GET", "/a%2Fb", null)]
    [InlineData("PUT", "/a%2Fb", """{"customer":{"name":"Ada"}}""")]
    [InlineData("POST", "/a%2Fb/archive", "{}")]
    [InlineData("GET", "/a%2Fb/billing", null)]
    [InlineData("GET", "/a%2Fb/usage-balances", null)]
    public async Task An_external_id_with_a_slash_has_no_route(string method, string path, string? body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        await fixture.Flowglad().CreateAtFlowgladAsync("a/b");

        (await fixture.Flowglad().SendAsync(method, FlowgladBodies.Customers + path, body)).ShouldBeNoRoute();

        fixture.Simulator.Flowglad.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeFalse();
        fixture.Simulator.Journal.Objections.ShouldHaveSingleItem().Objection!.ShouldStartWith("no endpoint at ");
    }

    [Theory]
    [InlineData("x%2Fbilling", "billingPortalUrl")]
    [InlineData("x%2Fusage-balances", "usageMeterBalances")]
    [InlineData("x%2fbilling", "billingPortalUrl")]
    public async Task An_external_id_that_ends_like_a_route_is_answered_with_the_data_of_another_customer(string key, string member)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flowglad();
        await client.CreateAtFlowgladAsync("x");
        await client.CreateAtFlowgladAsync("x/billing");

        RawAnswer answer = await client.GetAsync($"{FlowgladBodies.Customers}/{key}");

        answer.Status.ShouldBe(200);
        answer.Json.AsObject().ContainsKey(member).ShouldBeTrue(answer.Text);
        (answer.Json["customer"]?["externalId"]?.ToString() ?? "x").ShouldBe("x");
    }

    [Fact]
    public async Task A_backslash_is_taken_by_get_and_update_and_by_no_other_route()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flowglad();
        await client.CreateAtFlowgladAsync("""a\\b""");
        const string Path = FlowgladBodies.Customers + "/a%5Cb";

        (await client.GetAsync(Path)).Json["customer"]!["externalId"]!.ToString().ShouldBe("""a\b""");
        (await client.PutAsync(Path, """{"customer":{"name":"Ada King"}}""")).Json["customer"]!["name"]!.ToString().ShouldBe("Ada King");
        (await client.PostAsync(Path + "/archive", "{}")).ShouldBeNoRoute();
        (await client.GetAsync(Path + "/billing")).ShouldBeNoRoute();
        (await client.GetAsync(Path + "/usage-balances")).ShouldBeNoRoute();
        fixture.Simulator.Flowglad.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeFalse();
        fixture.Simulator.Journal.Objections.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a@b+c")]
    [InlineData("100%")]
    [InlineData("a%2Fb")]
    [InlineData("a:b")]
    [InlineData("ü")]
    public async Task Any_other_character_reaches_its_customer(string externalId)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        JsonNode created = await fixture.Flowglad().CreateAtFlowgladAsync(externalId);

        RawAnswer answer = await fixture.Flowglad().GetAsync($"{FlowgladBodies.Customers}/{Uri.EscapeDataString(externalId)}");

        JsonNode.DeepEquals(answer.Json["customer"], created).ShouldBeTrue(answer.Text);
        fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }
}
