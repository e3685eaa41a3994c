using System.CommandLine;
using BillingClients.Benchmarks.Charting;

namespace BillingClients.Benchmarks.Commands;

/// <summary>Draws the chart of <c>docs/performance.md</c> from the table of peers in it.</summary>
internal static class ChartCommand
{
    public static Command New()
    {
        Option<DirectoryInfo> docs = new("--docs") { Description = "The folder with performance.md.", DefaultValueFactory = static _ => new DirectoryInfo("docs") };
        Command command = new("chart", "Writes performance.svg from the table of peers in performance.md.") { docs };
        command.SetAction(arguments =>
        {
            string folder = arguments.GetRequiredValue(docs).FullName;
            string page = File.ReadAllText(Path.Combine(folder, "performance.md"));
            File.WriteAllText(Path.Combine(folder, "performance.svg"), PeerChart.Draw(PeerFigures.Read(page)));
        });
        return command;
    }
}
