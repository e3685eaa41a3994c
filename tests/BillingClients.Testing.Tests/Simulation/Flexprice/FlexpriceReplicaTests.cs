namespace BillingClients.Testing.Tests.Flexprice;

/// <summary>What a read sees while the replica lags behind.</summary>
public sealed class FlexpriceReplicaTests
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_new_customer_is_found_when_the_lag_is_over_and_its_external_id_is_taken_at_once()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.ReplicaLag = Lag;
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Clock.Advance(Lag - TimeSpan.FromMilliseconds(1));

        int[] before = await StatusesAsync(client, id);
        int again = (await client.PostAsync("/customers", FlexpriceBodies.Ada)).Status;
        string[] listedBefore = await ListAsync(client);
        fixture.Clock.Advance(TimeSpan.FromMilliseconds(1));

        before.ShouldBe([404, 404]);
        again.ShouldBe(409);
        listedBefore.ShouldBeEmpty();
        (await StatusesAsync(client, id)).ShouldBe([200, 200]);
        (await ListAsync(client)).ShouldBe(["crm-1815"]);
        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Neither_an_update_nor_a_delete_finds_a_customer_that_has_not_reached_the_replica()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.ReplicaLag = Lag;
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        (await client.PutAsync($"/customers?id={id}", """{"name":"B"}""")).Status.ShouldBe(404);
        (await client.PutAsync("/customers?external_customer_id=crm-1815", """{"name":"B"}""")).Status.ShouldBe(404);
        (await client.DeleteAsync($"/customers/{id}")).Status.ShouldBe(404);

        fixture.Clock.Advance(Lag);
        (await client.PutAsync($"/customers?id={id}", """{"name":"B"}""")).Status.ShouldBe(200);
    }

    /// <summary>The server reads the customer from the replica and writes all its columns.</summary>
    [Fact]
    public async Task Two_updates_within_the_lag_leave_only_the_second_ones_changes()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Clock.Advance(Lag);
        fixture.Simulator.Flexprice.ReplicaLag = Lag;

        await client.PutAsync($"/customers?id={id}", """{"name":"Ada King"}""");
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        (await client.GetAsync($"/customers/{id}")).Json["name"]!.ToString().ShouldBe("Ada Lovelace");
        await client.PutAsync($"/customers?id={id}", """{"contact":"+442071234567"}""");
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        string afterTheFirst = (await client.GetAsync($"/customers/{id}")).Json["name"]!.ToString();
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));

        afterTheFirst.ShouldBe("Ada King");
        RawAnswer read = await client.GetAsync($"/customers/{id}");
        read.Json["name"]!.ToString().ShouldBe("Ada Lovelace");
        read.Json["contact"]!.ToString().ShouldBe("+442071234567");
    }

    [Fact]
    public async Task An_archived_customer_is_found_by_its_external_id_until_the_lag_is_over()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Clock.Advance(Lag);
        fixture.Simulator.Flexprice.ReplicaLag = Lag;
        await client.PutAsync($"/customers?id={id}", """{"name":"Ada King"}""");
        await client.DeleteAsync($"/customers/{id}");

        int before = (await client.GetAsync("/customers/external/crm-1815")).Status;
        fixture.Clock.Advance(Lag);

        before.ShouldBe(200);
        (await client.GetAsync("/customers/external/crm-1815")).Status.ShouldBe(404);
        RawAnswer archived = await client.GetAsync($"/customers/{id}");
        archived.Json["status"]!.ToString().ShouldBe("archived");
        archived.Json["name"]!.ToString().ShouldBe("Ada King");
    }

    /// <summary>An update writes all columns but the status.</summary>
    [Fact]
    public async Task An_update_within_the_lag_does_not_bring_an_archived_customer_back()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string id = await client.CreateAsync(FlexpriceBodies.Ada);
        fixture.Clock.Advance(Lag);
        fixture.Simulator.Flexprice.ReplicaLag = Lag;
        await client.DeleteAsync($"/customers/{id}");

        (await client.PutAsync($"/customers?id={id}", """{"name":"Ada King"}""")).Status.ShouldBe(200);

        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
    }

    private static async Task<int[]> StatusesAsync(RawClient client, string id) =>
        [(await client.GetAsync($"/customers/{id}")).Status, (await client.GetAsync("/customers/external/crm-1815")).Status];

    private static async Task<string[]> ListAsync(RawClient client) =>
        [.. (await client.SearchAsync()).Json["items"]!.AsArray().Select(static customer => customer!["external_id"]!.ToString())];
}
