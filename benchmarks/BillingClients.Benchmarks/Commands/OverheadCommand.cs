using System.CommandLine;
using BillingClients.Benchmarks.Answers;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Measuring;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Commands;

/// <summary>What a call through this library takes more than a hand-written one, at each provider.</summary>
/// <remarks>
/// Both sides run in this process, over loopback, against a server in another process: the sockets' part is in the figures, the server's is not. Every byte
/// that this process allocates is counted, on whichever thread.
/// </remarks>
internal static class OverheadCommand
{
    public static Command New()
    {
        Option<bool> bytes = new("--bytes") { Description = "Few rounds: enough for bytes, which do not vary, and too little for time." };
        Option<bool> inMemory = new("--in-memory") { Description = "Without sockets: what the library computes, which hardly depends on what else the machine does." };
        Command command = new("overhead", "Compares each provider's client with a hand-written HttpClient call, over loopback.") { bytes, inMemory };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(bytes), arguments.GetValue(inMemory)));
        return command;
    }

    private static async Task RunAsync(bool bytesOnly, bool inMemory)
    {
        using ServerProcess server = ServerProcess.Start();
        (ProviderCase Provider, IContestant ByHand, IContestant Library)[] pairs =
        [
            .. ProviderCases.All.Select(provider => (
                provider,
                New(Side.HandWritten, provider),
                New(Side.BillingClients, provider))),
        ];
        int passes = bytesOnly ? 1 : 12;
        int warmUpCalls = bytesOnly ? 20 : 300;
        int calls = bytesOnly ? 20 : 100;
        await Meter.WarmUpAsync([.. pairs.SelectMany(static pair => (IContestant[])[pair.ByHand, pair.Library])], passes, warmUpCalls);
        OverheadTable table = new();
        foreach ((ProviderCase provider, IContestant byHand, IContestant library) in pairs)
        {
            foreach (Operation operation in Enum.GetValues<Operation>())
            {
                int rounds = bytesOnly ? 5 : operation is Operation.Create or Operation.Get ? 40 : 20;
                table.Add(provider.Name, operation, await Meter.CompareAsync(byHand, library, operation, rounds, calls));
            }
        }

        IContestant create = pairs[^1].ByHand;
        using IContestant lookingCreate = New(Side.BillingClients, new FlexCase(looks: true));
        await Meter.WarmUpAsync([create, lookingCreate], passes, warmUpCalls);
        OverheadTable.Show("flex, looking", Operation.Create, await Meter.CompareAsync(create, lookingCreate, Operation.Create, bytesOnly ? 5 : 40, calls));
        table.End();

        IContestant New(Side side, ProviderCase provider) =>
            inMemory ? Contestant.InMemory(side, provider) : Contestant.New(side, provider, server);
    }
}
