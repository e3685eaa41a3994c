namespace BillingClients.Chaos;

/// <summary>How one provider's client did.</summary>
public sealed record ProviderReport(
    string Label, int Creates, int Faults, int ToldCreated, int ToldFailed, int ToldUnknown, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Untyped)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Label,-18} creates {Creates}, faults {Faults}, told created {ToldCreated}, told failed {ToldFailed}, told unknown {ToldUnknown}, lost {Lost.Count}, doubled {Doubled.Count}, untyped {Untyped.Count}");
}
