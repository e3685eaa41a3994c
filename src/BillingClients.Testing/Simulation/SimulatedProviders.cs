namespace BillingClients.Testing;

internal static class SimulatedProviders
{
    /// <summary>
    /// One line for each provider that is simulated. The rest of a provider is its folder: a <see cref="SimulatedProvider"/> with the table of its endpoints,
    /// a record and a <see cref="CustomerStore{TRecord}"/>, the reading and checking of requests, its answers, and the property of
    /// <see cref="ProviderSimulator"/>.
    /// </summary>
    public static IReadOnlyList<SimulatedProvider> Create(SimulationSettings settings) =>
    [
        new AtlasSimulation(settings),
        new RunOnAtlasSimulation(settings),
        new FlexSimulation(settings),
        new FlexpriceSimulation(settings),
        new FlowgladSimulation(settings),
    ];
}
