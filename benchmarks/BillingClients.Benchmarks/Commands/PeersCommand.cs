using System.CommandLine;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Measuring;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Commands;

/// <summary>The same call through everything that people use for it, over loopback.</summary>
internal static class PeersCommand
{
    public static Command New()
    {
        Option<string> name = new("--provider") { Description = "The provider.", DefaultValueFactory = static _ => "flexprice" };
        name.AcceptOnlyFromAmong([.. ProviderCases.All.Select(static provider => provider.Name)]);
        Command command = new("peers", "Compares a provider's client with other ways to call an API, over loopback.") { name };
        command.SetAction((arguments, _) => RunAsync(ProviderCases.All.Single(provider => provider.Name == arguments.GetValue(name))));
        return command;
    }

    private static async Task RunAsync(ProviderCase provider)
    {
        using ServerProcess server = ServerProcess.Start();
        Side[] sides = [.. provider.Sides];
        IContestant[] contestants = [.. sides.Select(side => Contestant.New(side, provider, server))];
        await Meter.WarmUpAsync(contestants);
        Cost[][] create = await Meter.MeasureAsync(contestants, Operation.Create, rounds: 40, calls: 100);
        Cost[][] get = await Meter.MeasureAsync(contestants, Operation.Get, rounds: 40, calls: 100);
        Cost[][] list = await Meter.MeasureAsync(contestants, Operation.List, rounds: 20, calls: 50);
        Console.WriteLine("| way | create, bytes | create, µs | get, bytes | get, µs | list 100, bytes | list 100, µs |");
        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        for (int i = 0; i < sides.Length; i++)
        {
            Console.WriteLine($"| {Names.Of(sides[i])} | {Text(create[i])} | {Text(get[i])} | {Text(list[i])} |");
        }
    }

    private static string Text(Cost[] rounds)
    {
        Cost median = Median.Of(rounds);
        return Names.Text($"{median.Bytes:N0} | {median.Microseconds:N1}");
    }
}
