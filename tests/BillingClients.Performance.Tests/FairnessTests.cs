using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Performance.Tests;

/// <summary>What is compared is the same work: every side sends the same requests.</summary>
public sealed class FairnessTests
{
    public static TheoryData<string, Side, Operation> Comparisons =>
    [
        .. from provider in ProviderCases.All
           from side in provider.Sides.Except([Side.HandWritten])
           from operation in Enum.GetValues<Operation>().Except([Operation.Error])
           select new TheoryDataRow<string, Side, Operation>(provider.Name, side, operation),
    ];

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
