namespace BillingClients.Testing;

/// <summary>What a test has asked for the next matching request.</summary>
internal sealed record Script(RequestMatch When, Func<JournalEntry, SimulatedAnswer> Answer);
