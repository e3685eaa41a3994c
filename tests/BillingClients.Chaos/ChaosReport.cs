namespace BillingClients.Chaos;

/// <summary>The result of a run: what went wrong at each provider.</summary>
public sealed record ChaosReport(IReadOnlyList<ProviderReport> Providers)
{
    public Findings Findings => Findings.Of(Providers.Select(static provider => provider.Findings));

    /// <summary>What went wrong, the numbers of each provider, and the total.</summary>
    public IEnumerable<string> Lines =>
    [
        .. Providers.SelectMany(static provider => provider.Findings.Lines.Select(line => $"{provider.Label}: {line}")),
        .. Providers.Select(static provider => provider.ToString()),
        ToString(),
    ];

    public override string ToString() => $"total: {Findings}";
}
