using System.CommandLine;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Measuring;
using BillingClients.Benchmarks.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Commands;

/// <summary>What can be put around a call, and what it takes: Flexprice, create, over loopback.</summary>
internal static class LayersCommand
{
    public static Command New()
    {
        Command command = new("layers", "What telemetry and middleware add to a create, over loopback.");
        command.SetAction(static (_, _) => RunAsync());
        return command;
    }

    private static async Task RunAsync()
    {
        using ServerProcess server = ServerProcess.Start();
        ProviderCase provider = ProviderCases.All.Single(static each => each.Name == "flexprice");
        Uri address = server.AddressOf(provider.Name);
        (string Name, IContestant Contestant)[] layers =
        [
            ("`HttpClient`, by hand", Contestant.New(Side.HandWritten, provider, address)),
            ("the client, nobody listening", new LibraryContestant(provider, address)),
            ("and a middleware that passes on", new LibraryContestant(provider, address, static client => client.Use(static inner => new PassingCustomerClient(inner)))),
            ("and `UseLogging()`, logging off", new LibraryContestant(provider, address, static client => client.UseLogging())),
        ];
        await Meter.WarmUpAsync([.. layers.Select(static layer => layer.Contestant)]);
        Console.WriteLine("| create at Flexprice | bytes | µs |");
        Console.WriteLine("|---|--:|--:|");
        await PrintAsync(layers);
        using Listeners listeners = new();
        await Meter.WarmUpAsync([layers[1].Contestant]);
        await PrintAsync([("the client, spans and metrics on", layers[1].Contestant)]);
    }

    private static async Task PrintAsync((string Name, IContestant Contestant)[] layers)
    {
        Cost[][] costs = await Meter.MeasureAsync([.. layers.Select(static layer => layer.Contestant)], Operation.Create, rounds: 40, calls: 100);
        foreach (((string name, _), Cost[] rounds) in layers.Zip(costs))
        {
            Cost median = Median.Of(rounds);
            Console.WriteLine(Names.Text($"| {name} | {median.Bytes:N0} | {median.Microseconds:N1} |"));
        }
    }
}
