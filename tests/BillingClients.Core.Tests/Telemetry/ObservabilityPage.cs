using System.Text.RegularExpressions;

namespace BillingClients.Core.Tests.Telemetry;

/// <summary><c>docs/observability.md</c>, as far as it lists names.</summary>
public sealed partial class ObservabilityPage
{
    private readonly string[] _lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "observability.md"));

    public IReadOnlyList<string> Spans => [.. Rows("span").Select(static cells => Names(cells[0]).Single())];

    public IReadOnlyList<string> SpanAttributes => [.. Rows("attribute").Select(static cells => Names(cells[0]).Single())];

    public IReadOnlyDictionary<string, string[]> Events => Rows("event").ToDictionary(static cells => Names(cells[0]).Single(), static cells => Names(cells[1]));

    public IReadOnlyDictionary<string, string[]> Instruments =>
        Rows("instrument").ToDictionary(static cells => Names(cells[0]).Single(), static cells => Names(cells[2]));

    public IReadOnlyDictionary<int, string> LogEvents => Rows("id").ToDictionary(
        static cells => int.Parse(Names(cells[0]).Single(), System.Globalization.CultureInfo.InvariantCulture), static cells => cells[1]);

    /// <summary>The rows of the table whose first column has that heading.</summary>
    private IEnumerable<string[]> Rows(string heading) => _lines
        .SkipWhile(line => !line.StartsWith($"| {heading} |", StringComparison.Ordinal))
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static string[] Names(string cell) => [.. Quoted().Matches(cell).Select(static match => match.Groups[1].Value)];

    [GeneratedRegex("`([a-z0-9._]+)`")]
    private static partial Regex Quoted();
}
