using System.Globalization;
using System.Text;

namespace BillingClients.Wire.Tests.Comparison;

/// <summary>Prints rows in two columns, with a mark at those that differ.</summary>
internal static class SideBySide
{
    private const string Nothing = "(none)";

    internal static string Print(string expected, string actual, IReadOnlyList<Row> rows)
    {
        int width = rows.Select(static row => (row.Expected ?? Nothing).Length).Append(expected.Length).Max();
        StringBuilder text = new();
        foreach (Row row in rows.Prepend(new Row(expected, actual, IsSame: true)))
        {
            string left = (row.Expected ?? Nothing).PadRight(width);
            text.Append(CultureInfo.InvariantCulture, $"  {(row.IsSame ? ' ' : '≠')} {left} | {row.Actual ?? Nothing}\n");
        }

        return text.ToString();
    }
}
