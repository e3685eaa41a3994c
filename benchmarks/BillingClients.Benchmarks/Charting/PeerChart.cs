using System.Globalization;
using System.Text;

namespace BillingClients.Benchmarks.Charting;

/// <summary>Draws two bars for each way to call an API: bytes and time of a create. Readable on light and on dark pages.</summary>
internal static class PeerChart
{
    private const int Width = 760;
    private const int BarsFrom = 190;
    private const int LongestBar = 440;
    private const int RowHeight = 46;
    private const int Top = 56;

    public static string Draw(IReadOnlyList<PeerFigure> figures)
    {
        int height = Top + figures.Count * RowHeight + 8;
        double mostBytes = figures.Max(static figure => figure.CreateBytes);
        double mostTime = figures.Max(static figure => figure.CreateMicroseconds);
        StringBuilder svg = new();
        Line(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" role="img" font-family="system-ui, sans-serif" font-size="13">""");
        Line(svg, $"<title>One create at Flexprice over loopback: bytes allocated, and time</title>");
        Line(svg, $"<style>text {{ fill: #1f2328; }} .bytes {{ fill: #2f6fde; }} .time {{ fill: #d9822b; }}");
        Line(svg, $"@media (prefers-color-scheme: dark) {{ text {{ fill: #e6edf3; }} .bytes {{ fill: #6ea8fe; }} .time {{ fill: #f0b26b; }} }}</style>");
        Line(svg, $"""<text x="16" y="24" font-weight="600">One create at Flexprice over loopback</text>""");
        Line(svg, $"""<rect class="bytes" x="{BarsFrom}" y="36" width="10" height="10"/><text x="{BarsFrom + 16}" y="46">bytes allocated</text>""");
        Line(svg, $"""<rect class="time" x="{BarsFrom + 130}" y="36" width="10" height="10"/><text x="{BarsFrom + 146}" y="46">time</text>""");
        for (int i = 0; i < figures.Count; i++)
        {
            PeerFigure figure = figures[i];
            int y = Top + i * RowHeight;
            Line(svg, $"""<text x="{BarsFrom - 10}" y="{y + 24}" text-anchor="end">{figure.Way}</text>""");
            Bar(svg, "bytes", y + 4, figure.CreateBytes / mostBytes, $"{figure.CreateBytes:N0} bytes");
            Bar(svg, "time", y + 22, figure.CreateMicroseconds / mostTime, $"{figure.CreateMicroseconds:N1} µs");
        }

        Line(svg, $"</svg>");
        return svg.ToString();
    }

    private static void Bar(StringBuilder svg, string kind, int y, double share, FormattableString figure)
    {
        double width = Math.Max(1, Math.Round(share * LongestBar));
        Line(svg, $"""<rect class="{kind}" x="{BarsFrom}" y="{y}" width="{width}" height="15" rx="2"/>""");
        Line(svg, $"""<text x="{BarsFrom + width + 8}" y="{y + 12}">{figure.ToString(CultureInfo.InvariantCulture)}</text>""");
    }

    private static void Line(StringBuilder svg, FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
