using System.Net.Sockets;
using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

public sealed class ResetFaultTests
{
    [Fact]
    public async Task A_reset_before_the_body_is_read_stores_nothing()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ResetBeforeRead);

        await ShouldBeResetAsync(fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada));

        fixture.Simulator.Flexprice.Customers.ShouldBeEmpty();
        JournalEntry entry = fixture.Simulator.Journal.ShouldHaveSingleItem();
        entry.Status.ShouldBeNull();
        entry.Fault.ShouldBe(FaultKind.ResetBeforeRead);
        fixture.Simulator.Faults.Injected.ShouldHaveSingleItem().Committed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_reset_after_the_commit_looks_the_same_and_has_stored_the_customer()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ResetAfterCommit);

        await ShouldBeResetAsync(fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada));

        fixture.Simulator.Flexprice.Customers.ShouldHaveSingleItem().ExternalId.ShouldBe("crm-1815");
        InjectedFault fault = fixture.Simulator.Faults.Injected.ShouldHaveSingleItem();
        fault.Committed.ShouldBeTrue();
        fault.AtRandom.ShouldBeFalse();
        fault.Request.ShouldBeSameAs(fixture.Simulator.Journal[0]);
        fault.Request!.Status.ShouldBeNull();
        fault.Request.ToString().ShouldContain("no answer [ResetAfterCommit, committed]");
    }

    [Fact]
    public async Task A_refused_request_has_not_committed_whatever_the_fault()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ResetAfterCommit);

        await ShouldBeResetAsync(fixture.Flexprice().PostAsync("/customers", "{}"));

        fixture.Simulator.Faults.Injected.ShouldHaveSingleItem().Committed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_fault_is_for_one_request_and_only_for_one_that_matches()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ResetAfterCommit, Requests.Delete("/customers/*"));
        string id = await client.CreateAsync(FlexpriceBodies.Ada);

        await ShouldBeResetAsync(client.DeleteAsync($"/customers/{id}"));

        (await client.GetAsync($"/customers/{id}")).Json["status"]!.ToString().ShouldBe("archived");
    }

    private static async Task ShouldBeResetAsync(Task<RawAnswer> sending)
    {
        HttpRequestException exception = await Should.ThrowAsync<HttpRequestException>(sending);
        exception.GetBaseException().ShouldBeOfType<SocketException>().SocketErrorCode.ShouldBe(SocketError.ConnectionReset);
    }
}
