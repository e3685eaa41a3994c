using BillingClients.Testing.Tests.Flexprice;

namespace BillingClients.Testing.Tests;

/// <summary>What stands between a client and a provider answers in the provider's place.</summary>
public sealed class GatewayFaultTests
{
    private static readonly Uri Elsewhere = new("https://elsewhere.example/x");

    public static TheoryData<string, int, bool> Faults => new()
    {
        { nameof(FaultKind.GatewayPageBeforeCommit), 403, false },
        { nameof(FaultKind.GatewayPageAfterCommit), 524, true },
        { nameof(FaultKind.Redirect), 308, false },
        { nameof(FaultKind.RedirectAfterCommit), 303, true },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_provider_has_stored_the_customer_or_has_not(string kind, int status, bool committed)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(Make(kind, status));

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

        answer.Status.ShouldBe(status);
        fixture.Simulator.Flexprice.Customers.Count.ShouldBe(committed ? 1 : 0);
        InjectedFault injected = fixture.Simulator.Faults.Injected.ShouldHaveSingleItem();
        injected.Kind.ToString().ShouldBe(kind);
        injected.Committed.ShouldBe(committed);
    }

    [Fact]
    public async Task A_page_is_html_and_has_nothing_of_the_provider()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.GatewayPageBeforeCommit(404));

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada);

        answer.ContentType.ShouldBe("text/html; charset=utf-8");
        answer.Text.ShouldContain("<title>404 NotFound</title>");
        answer.Headers.ShouldNotContainKey("X-Request-ID");
    }

    [Fact]
    public async Task A_redirect_leads_elsewhere()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        fixture.Simulator.Flexprice.Fault(SimulatedFault.RedirectAfterCommit(Elsewhere));

        (await fixture.Flexprice().PostAsync("/customers", FlexpriceBodies.Ada)).Headers["Location"].ShouldBe("https://elsewhere.example/x");
    }

    private static SimulatedFault Make(string kind, int status) => kind switch
    {
        nameof(FaultKind.GatewayPageBeforeCommit) => SimulatedFault.GatewayPageBeforeCommit(status),
        nameof(FaultKind.GatewayPageAfterCommit) => SimulatedFault.GatewayPageAfterCommit(status),
        nameof(FaultKind.Redirect) => SimulatedFault.Redirect(Elsewhere, status),
        _ => SimulatedFault.RedirectAfterCommit(Elsewhere, status),
    };
}
