namespace BillingClients.Testing;

/// <summary>What every simulated provider shares with the simulator that it is mounted in.</summary>
internal sealed record SimulationSettings(TimeProvider TimeProvider, int Seed, RequestJournal Journal);
