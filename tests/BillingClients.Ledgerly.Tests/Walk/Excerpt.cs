using System.Text.RegularExpressions;

namespace BillingClients.Ledgerly.Tests.Walk;

/// <summary>A block of the page: what it shows of which file.</summary>
/// <param name="File">The last file that the page links to before the block.</param>
/// <param name="Line">The line of the fence, from 1.</param>
/// <param name="Pieces">The lines of the file, in pieces where the page leaves some out with <c>// …</c>.</param>
internal sealed partial record Excerpt(string File, int Line, IReadOnlyList<string[]> Pieces)
{
    private const string Fence = "```";
    private const string LeftOut = "// …";

    /// <summary>The excerpts of a page in <c>docs</c>.</summary>
    internal static IReadOnlyList<Excerpt> In(string[] page)
    {
        List<Excerpt> excerpts = [];
        string file = "";
        for (int i = 0; i < page.Length; i++)
        {
            file = Link().Matches(page[i]) is [.., var last] ? last.Groups[1].Value : file;
            if (page[i] == $"{Fence}cs")
            {
                int end = Array.IndexOf(page, Fence, i);
                excerpts.Add(new Excerpt(file, i + 1, PiecesOf(page[(i + 1)..end])));
                i = end;
            }
        }

        return excerpts;
    }

    /// <summary>The first line of the first piece that the file does not have behind the piece before; null when it has all. Indents do not count.</summary>
    internal string? MissingIn(string[] fileLines)
    {
        string[] lines = [.. fileLines.Select(static line => line.Trim())];
        int from = 0;
        foreach (string[] piece in Pieces)
        {
            int place = Enumerable.Range(from, lines.Length - from).FirstOrDefault(start => lines.Skip(start).Take(piece.Length).SequenceEqual(piece), -1);
            if (place < 0)
            {
                return piece[0];
            }

            from = place + piece.Length;
        }

        return null;
    }

    private static List<string[]> PiecesOf(string[] block)
    {
        List<string[]> pieces = [];
        int start = 0;
        for (int i = 0; i <= block.Length; i++)
        {
            if (i == block.Length || block[i].Trim() == LeftOut)
            {
                pieces.Add([.. block[start..i].Select(static line => line.Trim())]);
                start = i + 1;
            }
        }

        return pieces;
    }

    [GeneratedRegex(@"\]\(\.\./([^)]+\.(?:cs|csproj))\)")]
    private static partial Regex Link();
}
