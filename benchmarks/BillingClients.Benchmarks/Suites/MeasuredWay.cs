using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Suites;

/// <summary>A provider, and a way to call it.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Side">The way.</param>
public sealed record MeasuredWay(string Provider, Side Side)
{
    /// <summary>All that are measured.</summary>
    public static IEnumerable<MeasuredWay> All =>
        ProviderCases.All.SelectMany(static provider => provider.Sides, static (provider, side) => new MeasuredWay(provider.Name, side));

    /// <summary>As it stands in the tables.</summary>
    public override string ToString() => $"{Provider}, {Side}";
}
