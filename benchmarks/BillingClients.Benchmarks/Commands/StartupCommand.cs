using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Measuring;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Commands;

/// <summary>The time from the start of a process to its first created customer.</summary>
internal static class StartupCommand
{
    private const int Rounds = 15;

    public static Command New()
    {
        Command command = new("startup", "The time from the start of a process to its first created customer, over loopback.");
        command.SetAction(static (_, _) => RunAsync());
        return command;
    }

    /// <summary>What runs in the processes that are timed.</summary>
    public static Command NewFirstCall()
    {
        Argument<Side> side = new("side");
        Argument<Uri> address = new("address") { CustomParser = static result => new Uri(result.Tokens.Single().Value) };
        Command command = new("first-call", "Creates one customer and prints the milliseconds since the process began.") { side, address };
        command.SetAction(async (arguments, _) =>
        {
            using IContestant contestant = Contestant.New(arguments.GetValue(side), Flexprice, arguments.GetRequiredValue(address));
            await contestant.RunAsync(Operation.Create);
            using Process process = Process.GetCurrentProcess();
            Console.WriteLine((DateTime.Now - process.StartTime).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        });
        return command;
    }

    private static ProviderCase Flexprice => ProviderCases.All.Single(static each => each.Name == "flexprice");

    private static async Task RunAsync()
    {
        using ServerProcess server = ServerProcess.Start();
        (double ByHand, double Library)[] rounds = new (double, double)[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            rounds[round] = (await FirstCallAsync(Side.HandWritten, server), await FirstCallAsync(Side.BillingClients, server));
        }

        Console.WriteLine("| way | process start to first create, ms |");
        Console.WriteLine("|---|--:|");
        Console.WriteLine(Names.Text($"| {Names.Of(Side.HandWritten)} | {Median.Of(rounds.Select(static round => round.ByHand)):N0} |"));
        Console.WriteLine(Names.Text($"| {Names.Of(Side.BillingClients)} | {Median.Of(rounds.Select(static round => round.Library)):N0} |"));
    }

    private static async Task<double> FirstCallAsync(Side side, ServerProcess server)
    {
        using Process process = Process.Start(ServerProcess.Self("first-call", side.ToString(), server.AddressOf(Flexprice.Name).ToString()))!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }
}
