using System.Globalization;

namespace BillingClients.Benchmarks.Charting;

/// <summary>Reads the table of peers from <c>docs/performance.md</c>.</summary>
internal static class PeerFigures
{
    private const string Head = "| way | create, bytes | create, µs |";

    public static IReadOnlyList<PeerFigure> Read(string page) =>
    [
        .. page.Split('\n')
            .SkipWhile(static line => !line.StartsWith(Head, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(static line => line.StartsWith('|'))
            .Select(ReadRow),
    ];

    private static PeerFigure ReadRow(string line)
    {
        string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
        return new PeerFigure(cells[1].Replace("`", "", StringComparison.Ordinal), Number(cells[2]), Number(cells[3]));
    }

    private static double Number(string cell) => double.Parse(cell, NumberStyles.Number, CultureInfo.InvariantCulture);
}
