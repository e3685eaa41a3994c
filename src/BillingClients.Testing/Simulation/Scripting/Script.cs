namespace BillingClients.Testing;

/// <summary>What a test has asked for the next matching request.</summary>
internal sealed record Script(RequestMatch When)
{
    /// <summary>The answer in place of the provider's; the request is not processed.</summary>
    public Func<JournalEntry, SimulatedAnswer>? Answer { get; init; }

    /// <summary>The answer in place of the one that the provider gave after it had processed the request.</summary>
    public Func<JournalEntry, SimulatedAnswer, SimulatedAnswer>? AnswerAfterCommit { get; init; }

    public SimulatedFault? Fault { get; init; }
}
