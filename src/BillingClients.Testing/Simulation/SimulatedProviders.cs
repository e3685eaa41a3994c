namespace BillingClients.Testing;

internal static class SimulatedProviders
{
    /// <summary>One line for each provider that is simulated.</summary>
    public static IReadOnlyList<SimulatedProvider> Create(SimulationSettings settings) =>
    [
        new FlexSimulation(settings),
        new FlexpriceSimulation(settings),
    ];
}
