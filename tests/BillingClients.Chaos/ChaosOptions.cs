using BillingClients.Testing;

namespace BillingClients.Chaos;

/// <summary>How many customers, and how much goes wrong.</summary>
public sealed record ChaosOptions
{
    /// <summary>Customers to create at each provider.</summary>
    public int Creates { get; init; } = 2000;

    /// <summary>The share of requests that goes wrong.</summary>
    public double FaultRate { get; init; } = 0.4;

    /// <summary>What goes wrong; by default, everything.</summary>
    public IReadOnlyList<SimulatedFault> Faults { get; init; } = SimulatedFault.All;

    /// <summary>Calls in flight at a time.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>The seed of the random faults.</summary>
    public int Seed { get; init; } = 1;
}
