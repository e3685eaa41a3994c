using System.Text;

namespace BillingClients.Conformance.Tests.Matrix;

/// <summary><c>docs/providers.md</c>: prose by hand, and between two marks the tables.</summary>
internal static class MatrixPage
{
    internal const string Name = "docs/providers.md";
    private const string Begin = "<!-- begin of the generated tables -->\n";
    private const string End = "<!-- end of the generated tables -->\n";

    internal static string Read() => File.ReadAllText(Repository.PathOf(Name)).ReplaceLineEndings("\n");

    internal static void Write(string tables) => File.WriteAllText(Repository.PathOf(Name), With(Read(), tables));

    /// <summary>The generated part of a page.</summary>
    internal static string TablesIn(string page) => page[StartOf(page)..EndOf(page)];

    internal static string With(string page, string tables) => $"{page[..StartOf(page)]}{tables}{page[EndOf(page)..]}";

    /// <summary>Where a provider's column is; behind all columns when the page has none.</summary>
    internal static int ColumnOf(string provider)
    {
        string heading = TablesIn(Read()).TrimStart('\n').Split('\n')[0];
        int column = Array.IndexOf(heading.Split('|', StringSplitOptions.TrimEntries), provider);
        return column < 0 ? int.MaxValue : column;
    }

    /// <summary>The tables, from what each row reads.</summary>
    internal static async Task<string> GenerateAsync()
    {
        StringBuilder page = new();
        foreach (IGrouping<MatrixTable, MatrixRow> table in MatrixRows.All.GroupBy(static row => row.Table))
        {
            page.Append('\n').Append(Line([HeadingOf(table.Key), .. MatrixProvider.All.Select(static provider => provider.Name)]));
            page.Append(Line([.. MatrixProvider.All.Select(static _ => "---").Prepend("---")]));
            foreach (IGrouping<string, MatrixRow> line in table.GroupBy(LineOf))
            {
                string[] cells = await Task.WhenAll(MatrixProvider.All.Select(provider => CellAsync(provider, line)));
                page.Append(Line([line.Key, .. cells]));
            }
        }

        return page.Append('\n').ToString();
    }

    /// <summary>The first cell or line that differs; null when none does.</summary>
    internal static string? Difference(string shown, string expected)
    {
        string[] shownLines = shown.Split('\n');
        string[] expectedLines = expected.Split('\n');
        int line = Enumerable.Range(0, Math.Max(shownLines.Length, expectedLines.Length))
            .FirstOrDefault(index => shownLines.ElementAtOrDefault(index) != expectedLines.ElementAtOrDefault(index), -1);
        return line < 0 ? null : DifferenceOf($"{shownLines.ElementAtOrDefault(line)}", $"{expectedLines.ElementAtOrDefault(line)}");
    }

    private static string DifferenceOf(string shown, string expected)
    {
        string[] shownCells = shown.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        string[] expectedCells = expected.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        int column = expectedCells.Zip(shownCells).TakeWhile(static pair => pair.First == pair.Second).Count();
        return shownCells.Length == expectedCells.Length && shownCells[0] == expectedCells[0]
            ? $"'{expectedCells[0]}' of {MatrixProvider.All[column - 1].Name}: it shows '{shownCells[column]}' and not '{expectedCells[column]}'"
            : $"it shows  {shown}\nand not   {expected}";
    }

    private static async Task<string> CellAsync(MatrixProvider provider, IEnumerable<MatrixRow> rows) =>
        string.Join(' ', (await Task.WhenAll(rows.Select(row => row.ReadAsync(provider)))).Select(Words.Sign));

    // The four rows of a field are one line.
    private static string LineOf(MatrixRow row) => row.Table == MatrixTable.Fields ? row.Label[..row.Label.IndexOf(',', StringComparison.Ordinal)] : row.Label;

    private static string HeadingOf(MatrixTable table) => table switch
    {
        MatrixTable.Operations => "operation",
        MatrixTable.Fields => "field: create update clear read",
        _ => "requests",
    };

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    private static int StartOf(string page) => PlaceOf(page, Begin) + Begin.Length;

    private static int EndOf(string page) => PlaceOf(page, End);

    private static int PlaceOf(string page, string mark) =>
        page.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var place ? place : throw new InvalidOperationException($"{Name} lacks the line {mark}");
}
