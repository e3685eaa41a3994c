using BillingClients.Testing;

namespace BillingClients.Wire.Tests.Stages;

/// <summary>A request of a call, and its answer, as the simulator has them in its journal.</summary>
internal sealed record Exchange(PlayedCall Call, string StubName, JournalEntry Request);
