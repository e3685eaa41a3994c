using BillingClients.Benchmarks.Providers;

namespace BillingClients.Performance.Tests;

/// <summary>
/// What a call may allocate, in multiples of the hand-written one. Measured by the benchmark itself, over loopback, because the figure is about whole calls;
/// bytes do not vary with the machine's speed, and time is asserted nowhere.
/// </summary>
public sealed class ByteBudgetTests(OverheadRun run)
{
    public static TheoryData<string> Providers => [.. ProviderCases.All.Select(static provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_create_keeps_the_budget(string provider) => run.RatioOf(provider, "create").ShouldBeLessThanOrEqualTo(1.45);

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_get_keeps_the_budget(string provider) => run.RatioOf(provider, "get").ShouldBeLessThanOrEqualTo(1.50);

    [Theory]
    [MemberData(nameof(Providers))]
    public void A_list_of_100_keeps_the_budget(string provider) => run.RatioOf(provider, "list 100").ShouldBeLessThanOrEqualTo(1.30);
}
