using System.Diagnostics;
using BillingClients.Benchmarks.Contestants;

namespace BillingClients.Benchmarks.Measuring;

/// <summary>Measures contestants side by side, one call after the other.</summary>
internal static class Meter
{
    /// <summary>Runs everything until the code is compiled as it will stay: compiled anew after some calls, and once more by what those calls were.</summary>
    /// <param name="contestants">What will be measured.</param>
    /// <param name="passes">After three passes, the larger contestants are still compiled; after twelve, none is.</param>
    /// <param name="calls">The calls of each operation in a pass.</param>
    public static async Task WarmUpAsync(IReadOnlyList<IContestant> contestants, int passes = 12, int calls = 300)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            foreach (IContestant contestant in contestants)
            {
                foreach (Operation operation in Enum.GetValues<Operation>())
                {
                    await RunAsync(contestant, operation, calls);
                }
            }
        }
    }

    /// <summary>
    /// The rounds of each contestant. They alternate, so that what else the machine does meets all alike; and each round begins with another one, because
    /// whoever comes after a big spender pays for its garbage.
    /// </summary>
    public static async Task<Cost[][]> MeasureAsync(IReadOnlyList<IContestant> contestants, Operation operation, int rounds, int calls)
    {
        Cost[][] costs = [.. contestants.Select(_ => new Cost[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int turn = 0; turn < contestants.Count; turn++)
            {
                int i = (round + turn) % contestants.Count;
                costs[i][round] = await MeasureAsync(contestants[i], operation, calls);
            }
        }

        return costs;
    }

    /// <summary>
    /// Compares two. The ratio of time is the median of the rounds' ratios, not the ratio of the medians: a busy second meets both sides of a round.
    /// </summary>
    public static async Task<Comparison> CompareAsync(IContestant yardstick, IContestant measured, Operation operation, int rounds, int calls)
    {
        Cost[][] costs = await MeasureAsync([yardstick, measured], operation, rounds, calls);
        (Cost Yardstick, Cost Measured)[] pairs = [.. costs[0].Zip(costs[1])];
        return new Comparison(
            Median.Of(costs[0]),
            Median.Of(costs[1]),
            Median.Of(pairs.Select(static pair => pair.Measured.Bytes / pair.Yardstick.Bytes)),
            Median.Of(pairs.Select(static pair => pair.Measured.Microseconds / pair.Yardstick.Microseconds)));
    }

    private static async Task RunAsync(IContestant contestant, Operation operation, int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            await RunAsync(contestant, operation);
        }
    }

    private static async Task<Cost> MeasureAsync(IContestant contestant, Operation operation, int calls)
    {
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        await RunAsync(contestant, operation, calls);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return new Cost((GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls, elapsed.TotalMicroseconds / calls);
    }

    private static async Task RunAsync(IContestant contestant, Operation operation)
    {
        try
        {
            await contestant.RunAsync(operation);
        }
        catch (Exception exception) when (operation == Operation.Error && exception is not OperationCanceledException)
        {
            // It is what is measured.
        }
    }
}
