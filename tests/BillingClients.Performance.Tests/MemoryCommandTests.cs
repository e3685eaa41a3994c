namespace BillingClients.Performance.Tests;

/// <summary>The command that measures memory runs to its end: the client takes the answers of its server.</summary>
public sealed class MemoryCommandTests
{
    [Fact]
    public async Task It_lists_and_creates_customers()
    {
        string output = await BenchmarkProgram.RunAsync(compilesOnce: false, "memory", "--lists", "2000", "--creates", "2000");

        string[] rows = [.. output.Split('\n').Where(static line => line.StartsWith("| `", StringComparison.Ordinal))];
        rows.Select(static row => string.Join('|', row.Split('|', StringSplitOptions.TrimEntries)[1..3]))
            .ShouldBe(["`ListAsync`, pages of 1000|2,000", "`CreateAsync`, 64 in flight|2,000"]);
    }
}
