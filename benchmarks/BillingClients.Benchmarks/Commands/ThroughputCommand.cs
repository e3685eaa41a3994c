using System.CommandLine;
using System.Diagnostics;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Measuring;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Commands;

/// <summary>Creates a second, with several in flight, against the hand-written call.</summary>
internal static class ThroughputCommand
{
    private const int Calls = 10_000;
    private const int Rounds = 7;

    public static Command New()
    {
        Command command = new("throughput", "Creates a second with 1, 16 and 256 in flight, over loopback.");
        command.SetAction(static (_, _) => RunAsync());
        return command;
    }

    private static async Task RunAsync()
    {
        using ServerProcess server = ServerProcess.Start();
        ProviderCase provider = ProviderCases.All.Single(static each => each.Name == "flexprice");
        using IContestant byHand = Contestant.New(Side.HandWritten, provider, server);
        using IContestant library = Contestant.New(Side.BillingClients, provider, server);
        await Meter.WarmUpAsync([byHand, library]);
        Console.WriteLine("| in flight | creates a second by hand | creates a second | ratio |");
        Console.WriteLine("|--:|--:|--:|--:|");
        foreach (int inFlight in (int[])[1, 16, 256])
        {
            (double ByHand, double Library)[] rounds = new (double, double)[Rounds];
            for (int round = 0; round < Rounds; round++)
            {
                rounds[round] = (await RateAsync(byHand, inFlight), await RateAsync(library, inFlight));
            }

            double hand = Median.Of(rounds.Select(static round => round.ByHand));
            double own = Median.Of(rounds.Select(static round => round.Library));
            double ratio = Median.Of(rounds.Select(static round => round.Library / round.ByHand));
            Console.WriteLine(Names.Text($"| {inFlight} | {hand:N0} | {own:N0} | {ratio:N2} |"));
        }
    }

    private static async Task<double> RateAsync(IContestant contestant, int inFlight)
    {
        long start = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, Calls, new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (_, _) => await contestant.RunAsync(Operation.Create));
        return Calls / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
