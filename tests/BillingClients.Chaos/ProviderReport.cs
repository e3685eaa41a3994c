namespace BillingClients.Chaos;

/// <summary>What went wrong at one provider.</summary>
public sealed record ProviderReport(string Label, int Faults, IReadOnlyList<LedgerEntry> Ledger, Findings Findings)
{
    /// <summary>How many creates ended in this way.</summary>
    public int CountOf(Told told) => Ledger.Count(entry => entry.Created == told);

    public override string ToString()
    {
        string told = FormattableString.Invariant($"told created {CountOf(Told.Done)}, failed {CountOf(Told.Failed)}, unknown {CountOf(Told.Unknown)}");
        return FormattableString.Invariant($"{Label,-18} creates {Ledger.Count}, faults {Faults}, {told}: {Findings}");
    }
}
