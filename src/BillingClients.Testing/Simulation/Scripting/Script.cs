namespace BillingClients.Testing;

/// <summary>What a test has asked for the next matching request: an answer in place of the provider's, or a fault.</summary>
internal sealed record Script(RequestMatch When, Func<JournalEntry, SimulatedAnswer>? Answer = null, SimulatedFault? Fault = null);
