using System.Net.Sockets;
using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

public sealed class ConnectionFaultTests
{
    [Fact]
    public async Task A_scripted_refusal_is_for_the_next_connection_that_is_dialled_through_the_simulator()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        using RawClient client = Dialling(fixture);
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ConnectionRefused);
        fixture.Simulator.Flexprice.PendingScripts.ShouldBe(1);

        await ShouldBeRefusedAsync(client);

        (await client.SearchAsync()).Status.ShouldBe(200);
        InjectedFault fault = fixture.Simulator.Faults.Injected.ShouldHaveSingleItem();
        fault.Kind.ShouldBe(FaultKind.ConnectionRefused);
        fault.Request.ShouldBeNull();
        fault.Committed.ShouldBeFalse();
    }

    [Fact]
    public async Task Refusals_are_drawn_at_random_too()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        using RawClient client = Dialling(fixture);
        fixture.Simulator.Faults.Inject(1, seed: 1, SimulatedFault.ConnectionRefused);

        await ShouldBeRefusedAsync(client);
        fixture.Simulator.Faults.Stop();

        (await client.SearchAsync()).Status.ShouldBe(200);
        fixture.Simulator.Faults.CountOf(FaultKind.ConnectionRefused).ShouldBe(1);
        fixture.Simulator.Faults.Injected[0].AtRandom.ShouldBeTrue();
    }

    [Fact]
    public async Task A_connection_that_stalls_comes_up_when_it_is_released()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        using RawClient client = Dialling(fixture);
        fixture.Simulator.Flexprice.Fault(SimulatedFault.ConnectionStalled);
        Task<RawAnswer> searching = client.SearchAsync();
        await fixture.Simulator.Faults.WhenStalledAsync(cancellationToken: TestContext.Current.CancellationToken);
        fixture.Simulator.Journal.ShouldBeEmpty();

        fixture.Simulator.Faults.ReleaseStalls();

        (await searching).Status.ShouldBe(200);
        fixture.Simulator.Faults.Injected.ShouldHaveSingleItem().Kind.ShouldBe(FaultKind.ConnectionStalled);
    }

    [Fact]
    public async Task A_fault_of_a_connection_cannot_wait_for_a_request_that_matches()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        Should.Throw<ArgumentException>(() => fixture.Simulator.Flexprice.Fault(SimulatedFault.ConnectionRefused, Requests.Any));
        Should.Throw<ArgumentException>(() => fixture.Simulator.Flexprice.Fault(SimulatedFault.ConnectionStalled, Requests.Any));
    }

    private static RawClient Dialling(SimulatorFixture fixture) => new(
        fixture.Simulator.Flexprice.BaseAddress,
        "x-api-key",
        fixture.Simulator.Flexprice.ApiKey,
        new SocketsHttpHandler { ConnectCallback = fixture.Simulator.ConnectAsync });

    private static async Task ShouldBeRefusedAsync(RawClient client)
    {
        HttpRequestException exception = await Should.ThrowAsync<HttpRequestException>(client.SearchAsync());
        exception.HttpRequestError.ShouldBe(HttpRequestError.ConnectionError);
        exception.GetBaseException().ShouldBeOfType<SocketException>().SocketErrorCode.ShouldBe(SocketError.ConnectionRefused);
    }
}
