using System.Diagnostics;

namespace BillingClients.Performance.Tests;

/// <summary>The release build of the benchmarks' program.</summary>
internal static class BenchmarkProgram
{
    private const string Program = "benchmarks/BillingClients.Benchmarks/bin/Release/net10.0/BillingClients.Benchmarks.dll";

    /// <summary>Runs a command to its end.</summary>
    /// <param name="compilesOnce">Whether code is compiled once and for good. Otherwise, when the runtime compiles anew depends on how busy the machine is.</param>
    /// <param name="arguments">The command and its options.</param>
    /// <returns>What it printed.</returns>
    internal static async Task<string> RunAsync(bool compilesOnce, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(Repository.Root, Program), .. arguments]) { RedirectStandardOutput = true };
        start.Environment["DOTNET_TieredCompilation"] = compilesOnce ? "0" : "1";
        using Process process = Process.Start(start)!;
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.ExitCode.ShouldBe(0, output);
            return output;
        }
        finally
        {
            // It is still running only if the test was cancelled.
            process.Kill(entireProcessTree: true);
        }
    }
}
