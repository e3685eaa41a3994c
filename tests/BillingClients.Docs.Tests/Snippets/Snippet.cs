namespace BillingClients.Docs.Tests.Snippets;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">What stands after the fence.</param>
/// <param name="Line">The line of its first line of code, from 1.</param>
/// <param name="Code">The code.</param>
internal sealed record Snippet(string Language, int Line, string Code)
{
    internal static IReadOnlyList<Snippet> In(string markdown)
    {
        List<Snippet> snippets = [];
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                int end = Array.FindIndex(lines, i + 1, static line => line.StartsWith("```", StringComparison.Ordinal));
                Assert.True(end > 0, $"The block in line {i + 1} has no end.");
                snippets.Add(new Snippet(lines[i][3..].Trim(), i + 2, string.Join('\n', lines[(i + 1)..end])));
                i = end;
            }
        }

        return snippets;
    }
}
