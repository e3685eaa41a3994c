using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Measuring;

namespace BillingClients.Benchmarks.Commands;

/// <summary>Prints comparisons as they come, and at the end the largest ratios: a budget is kept when every provider keeps it.</summary>
internal sealed class OverheadTable
{
    private readonly List<(Operation Operation, Comparison Comparison)> _rows = [];

    public OverheadTable()
    {
        Console.WriteLine("| provider | operation | bytes by hand | bytes | ratio | µs by hand | µs | ratio |");
        Console.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|");
    }

    public void Add(string provider, Operation operation, Comparison comparison)
    {
        _rows.Add((operation, comparison));
        Show(provider, operation, comparison);
    }

    /// <summary>Prints a row that no budget is about.</summary>
    public static void Show(string provider, Operation operation, Comparison comparison)
    {
        string bytes = Names.Text($"{comparison.Yardstick.Bytes:N0} | {comparison.Measured.Bytes:N0} | {comparison.BytesRatio:N2}");
        string time = Names.Text($"{comparison.Yardstick.Microseconds:N1} | {comparison.Measured.Microseconds:N1} | {comparison.TimeRatio:N2}");
        Console.WriteLine($"| {provider} | {Names.Of(operation)} | {bytes} | {time} |");
    }

    public void End()
    {
        Console.WriteLine();
        Console.WriteLine("The largest ratio of the five providers:");
        Console.WriteLine($"overhead: {Largest(Operation.Create)}; {Largest(Operation.Get)}");
    }

    private string Largest(Operation operation)
    {
        Comparison[] comparisons = [.. _rows.Where(row => row.Operation == operation).Select(static row => row.Comparison)];
        return Names.Text($"{Names.Of(operation)} {comparisons.Max(static each => each.BytesRatio):N2}x bytes, {comparisons.Max(static each => each.TimeRatio):N2}x time");
    }
}
