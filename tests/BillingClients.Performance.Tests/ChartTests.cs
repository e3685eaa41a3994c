using BillingClients.Benchmarks.Charting;

namespace BillingClients.Performance.Tests;

/// <summary>The chart shows the figures of the page.</summary>
public sealed class ChartTests
{
    [Fact]
    public void The_chart_is_drawn_from_the_pages_table()
    {
        string drawn = PeerChart.Draw(PeerFigures.Read(File.ReadAllText(Repository.PathOf("docs/performance.md"))));

        File.ReadAllText(Repository.PathOf("docs/performance.svg")).ShouldBe(
            drawn, "docs/performance.svg is stale: dotnet run -c Release --project benchmarks/BillingClients.Benchmarks -- chart");
    }
}
