namespace BillingClients.Chaos;

/// <summary>How all clients did.</summary>
public sealed record ChaosReport(IReadOnlyList<ProviderReport> Providers)
{
    public int Lost => Providers.Sum(static provider => provider.Lost.Count);

    public int Doubled => Providers.Sum(static provider => provider.Doubled.Count);

    public int Untyped => Providers.Sum(static provider => provider.Untyped.Count);

    public bool IsClean => Lost == 0 && Doubled == 0 && Untyped == 0;

    /// <summary>What went wrong, a line each; empty when nothing did.</summary>
    public IEnumerable<string> Findings => Providers.SelectMany(static provider => Lines(provider, "lost", provider.Lost)
        .Concat(Lines(provider, "doubled", provider.Doubled))
        .Concat(Lines(provider, "untyped", provider.Untyped)));

    public override string ToString() => FormattableString.Invariant($"total: lost {Lost}, doubled {Doubled}, untyped {Untyped}");

    private static IEnumerable<string> Lines(ProviderReport provider, string what, IReadOnlyList<string> findings) =>
        findings.Select(finding => $"{provider.Label}: {what}: {finding}");
}
