using System.Diagnostics;
using System.Globalization;
using BillingClients.Performance.Tests;

[assembly: AssemblyFixture(typeof(OverheadRun))]

namespace BillingClients.Performance.Tests;

/// <summary>The command that the budgets are about, <c>overhead --bytes</c> of the release build, run once.</summary>
public sealed class OverheadRun : IAsyncLifetime
{
    private const string Program = "benchmarks/BillingClients.Benchmarks/bin/Release/net10.0/BillingClients.Benchmarks.dll";

    private string _output = "";

    public async ValueTask InitializeAsync()
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(Repository.Root, Program), "overhead", "--bytes"]) { RedirectStandardOutput = true };

        // Compiled once and for good: when the runtime compiles anew depends on how busy the machine is.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        using Process process = Process.Start(start)!;
        _output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

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
