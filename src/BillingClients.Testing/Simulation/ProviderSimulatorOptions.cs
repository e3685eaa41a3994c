namespace BillingClients.Testing;

/// <summary>How a <see cref="ProviderSimulator"/> is started.</summary>
public sealed class ProviderSimulatorOptions
{
    /// <summary>The loopback port; 0, the default, takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The clock for the time stamps of stored customers.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The seed of generated ids: the same seed, clock and order of requests give the same ids.</summary>
    public int Seed { get; set; }

    /// <summary>
    /// Simulations of other providers, each made for one simulator: <c>Providers = [context =&gt; new LedgerlySimulation(context)]</c>. The providers of this
    /// library are always there. Each function is called twice for each account: what it makes first has no customers, and answers for
    /// <see cref="FaultKind.LaggingRead"/>.
    /// </summary>
    public IReadOnlyList<Func<SimulationContext, SimulatedProvider>> Providers { get; set; } = [];

    /// <summary>
    /// Whether the journal keeps each answer too, as <see cref="JournalEntry.Answer"/>. False by default: the answers of long lists take memory.
    /// </summary>
    public bool KeepAnswers { get; set; }

    /// <summary>
    /// How many requests the journal keeps; 10,000 by default, at least 1. Then each request drops the oldest one, and <see cref="RequestJournal.Dropped"/>
    /// counts it. An assertion that would need a request that was dropped fails and says so.
    /// </summary>
    public int MaxJournalEntries { get; set; } = 10_000;

    /// <summary>Called after each request, when it was answered or aborted; null to call nothing. Several requests may call it at once.</summary>
    public Action<JournalEntry>? Answered { get; set; }
}
