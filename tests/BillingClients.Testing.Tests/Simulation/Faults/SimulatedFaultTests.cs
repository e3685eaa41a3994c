namespace BillingClients.Testing.Tests.Simulation.Faults;

/// <summary>A fault says what it will do.</summary>
public sealed class SimulatedFaultTests
{
    [Fact]
    public void Parameters_are_kept()
    {
        SimulatedFault.TooManyRequests(TimeSpan.FromSeconds(2), asDate: true).RetryAfterAsDate.ShouldBeTrue();
        SimulatedFault.TooManyRequests(TimeSpan.FromSeconds(2)).RetryAfter.ShouldBe(TimeSpan.FromSeconds(2));
        SimulatedFault.SlowDrip(TimeSpan.FromMilliseconds(5)).Interval.ShouldBe(TimeSpan.FromMilliseconds(5));
        SimulatedFault.ErrorAfterCommit(504).Status.ShouldBe(504);
    }

    [Fact]
    public void All_has_one_of_every_kind() => SimulatedFault.All.Select(fault => fault.Kind).Distinct().ShouldBe(Enum.GetValues<FaultKind>(), ignoreOrder: true);
}
