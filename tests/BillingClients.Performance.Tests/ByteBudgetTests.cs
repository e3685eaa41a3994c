using BillingClients.Benchmarks.Providers;

namespace BillingClients.Performance.Tests;

/// <summary>
/// A call allocates at most a quarter more than a hand-written one. Measured by the benchmark itself, over loopback, because the figure is about whole calls;
/// bytes do not vary with the machine's speed, and time is asserted nowhere.
/// </summary>
public sealed class ByteBudgetTests(OverheadRun run)
{
    private const double Budget = 1.25;

    public static TheoryData<string> Providers => [.. ProviderCases.All.Select(static provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_create_keeps_the_budget(string provider) => run.RatioOf(provider, "create").ShouldBeLessThanOrEqualTo(Budget);

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_get_keeps_the_budget(string provider) => run.RatioOf(provider, "get").ShouldBeLessThanOrEqualTo(Budget);
}
