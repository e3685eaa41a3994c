namespace BillingClients.Testing;

/// <summary>What a simulated provider gets from the simulator that it runs in. Pass it on to the constructor of <see cref="SimulatedProvider"/>.</summary>
public sealed class SimulationContext
{
    internal SimulationContext(ProviderSimulatorOptions options, RequestJournal journal)
    {
        TimeProvider = options.TimeProvider;
        Seed = options.Seed;
        Journal = journal;
    }

    /// <summary>The simulator's clock, for the time stamps of stored customers. See <see cref="ProviderSimulatorOptions.TimeProvider"/>.</summary>
    public TimeProvider TimeProvider { get; }

    /// <summary>The seed of generated ids. See <see cref="ProviderSimulatorOptions.Seed"/>.</summary>
    public int Seed { get; }

    internal RequestJournal Journal { get; }
}
