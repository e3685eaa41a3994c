namespace BillingClients.Chaos;

/// <summary>How one provider's client did.</summary>
public sealed record ProviderReport(string Label, int Faults, IReadOnlyList<LedgerEntry> Ledger, Findings Findings)
{
    /// <summary>How many creates ended so.</summary>
    public int CountOf(Told told) => Ledger.Count(entry => entry.Created == told);

    public override string ToString() => FormattableString.Invariant(
        $"{Label,-18} creates {Ledger.Count}, faults {Faults}, told created {CountOf(Told.Done)}, failed {CountOf(Told.Failed)}, unknown {CountOf(Told.Unknown)}: {Findings}");
}
