using System.Globalization;
using BillingClients.Performance.Tests;

[assembly: AssemblyFixture(typeof(OverheadRun))]

namespace BillingClients.Performance.Tests;

/// <summary>The command that the budgets are about, <c>overhead --bytes</c> of the release build, run once.</summary>
public sealed class OverheadRun : IAsyncLifetime
{
    private string _output = "";

    public async ValueTask InitializeAsync() => _output = await BenchmarkProgram.RunAsync(compilesOnce: true, "overhead", "--bytes");

    public ValueTask DisposeAsync() => default;

    /// <summary>Bytes of an operation against those of the hand-written call.</summary>
    internal double RatioOf(string provider, string operation)
    {
        string row = _output.Split('\n').SingleOrDefault(line => line.StartsWith($"| {provider} | {operation} |", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"The benchmark printed no row of {provider} and {operation}:\n{_output}");
        string[] cells = row.Split('|', StringSplitOptions.TrimEntries);
        return double.Parse(cells[4], NumberStyles.Number, CultureInfo.InvariantCulture) / double.Parse(cells[3], NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
