namespace BillingClients.Testing;

/// <summary>A fault that was put into a request.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Fault">What went wrong.</param>
/// <param name="AtRandom">Whether it was drawn, not scripted.</param>
/// <param name="Request">The request; null when its connection was refused.</param>
public sealed record InjectedFault(string Provider, SimulatedFault Fault, bool AtRandom, JournalEntry? Request)
{
    /// <summary>The provider's account: <see cref="SimulatedProvider.AccountName"/>.</summary>
    public required string Account { get; init; }

    /// <summary>What went wrong.</summary>
    public FaultKind Kind => Fault.Kind;

    /// <summary>Whether the request took effect all the same.</summary>
    public bool Committed => Request?.Committed == true;
}
