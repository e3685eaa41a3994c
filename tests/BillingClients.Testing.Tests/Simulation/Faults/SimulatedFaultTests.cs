namespace BillingClients.Testing.Tests.Simulation.Faults;

/// <summary>The faults that there are. What each does is in the other files here.</summary>
public sealed class SimulatedFaultTests
{
    [Fact]
    public void All_has_one_of_every_kind() => SimulatedFault.All.Select(fault => fault.Kind).Distinct().ShouldBe(Enum.GetValues<FaultKind>(), ignoreOrder: true);
}
