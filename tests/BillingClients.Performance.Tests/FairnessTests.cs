using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Performance.Tests;

/// <summary>What is compared is the same work: every side sends the same requests.</summary>
public sealed class FairnessTests
{
    public static MatrixTheoryData<string, Side, Operation> Comparisons =>
        new MatrixTheoryData<string, Side, Operation>(
            ProviderCases.All.Select(static provider => provider.Name),
            Enum.GetValues<Side>().Except([Side.HandWritten]),
            Enum.GetValues<Operation>().Except([Operation.Error]));

    [Theory]
    [MemberData(nameof(Comparisons))]
    public async Task Every_side_sends_what_the_hand_written_call_sends(string provider, Side side, Operation operation)
    {
        IReadOnlyList<SentRequest> byHand = await SentAsync(provider, Side.HandWritten, operation);
        IReadOnlyList<SentRequest> sent = await SentAsync(provider, side, operation);

        sent.Count.ShouldBe(byHand.Count);
        foreach ((SentRequest own, SentRequest yardstick) in sent.Zip(byHand))
        {
            own.ShouldBe(yardstick);
        }
    }

    private static async Task<IReadOnlyList<SentRequest>> SentAsync(string name, Side side, Operation operation)
    {
        ProviderCase provider = ProviderCases.All.Single(each => each.Name == name);
        using RecordingHandler handler = new(provider);
        using IContestant contestant = Contestant.Over(handler, side, provider);
        await contestant.RunAsync(operation);
        return handler.Sent;
    }
}
