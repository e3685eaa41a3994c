namespace BillingClients.Benchmarks.Providers;

/// <summary>The five providers, in the order of the tables.</summary>
internal static class ProviderCases
{
    public static IReadOnlyList<ProviderCase> All { get; } = [new AtlasCase(), new RunOnAtlasCase(), new FlexpriceCase(), new FlowgladCase(), new FlexCase()];
}
