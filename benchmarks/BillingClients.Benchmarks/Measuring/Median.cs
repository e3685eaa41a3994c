namespace BillingClients.Benchmarks.Measuring;

/// <summary>The middle of several measurements.</summary>
internal static class Median
{
    public static Cost Of(IReadOnlyCollection<Cost> costs) => new(Of(costs.Select(static cost => cost.Bytes)), Of(costs.Select(static cost => cost.Microseconds)));

    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
