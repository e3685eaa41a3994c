using System.Diagnostics;
using System.Text;

namespace BillingClients.Tests;

/// <summary>A program that was run to its end.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs <c>dotnet</c>.</summary>
    internal static async Task<Ran> DotnetAsync(string folder, string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        StringBuilder output = new();
        StringBuilder errors = new();
        try
        {
            await Task.WhenAll(
                ReadAsync(process.StandardOutput, output),
                ReadAsync(process.StandardError, errors),
                process.WaitForExitAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            // It is still running only if the test was cancelled.
            process.Kill(entireProcessTree: true);
        }

        return new Ran(process.ExitCode, output.ToString(), errors.ToString());
    }

    internal Ran ShouldSucceed(string what)
    {
        Assert.True(ExitCode == 0, $"{what} ended with exit code {ExitCode}.\n{Output}\n{Errors}");
        return this;
    }

    private static async Task ReadAsync(StreamReader reader, StringBuilder text) =>
        text.Append(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
}
