using BillingClients.RefitShim.Diagnostics;
using BillingClients.RefitShim.Model;
using Microsoft.CodeAnalysis;

namespace BillingClients.RefitShim.Parsing;

/// <summary>Splits a path into text and placeholders.</summary>
internal static class PathParser
{
    public static List<PathPart> Parse(string path, IMethodSymbol method, DiagnosticBag diagnostics)
    {
        if (!path.StartsWith("/", StringComparison.Ordinal))
        {
            diagnostics.Add(Rules.PathWithoutSlash, method, path);
            return [];
        }

        if (path.Any(static c => c is '?' or '#' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            diagnostics.Add(Rules.UnsupportedPathCharacter, method, path);
            return [];
        }

        List<PathPart>? parts = Split(path);
        if (parts is null)
        {
            diagnostics.Add(Rules.MalformedPlaceholder, method, path);
        }

        return parts ?? [];
    }

    // Null where a brace stands alone, or holds something other than a name.
    private static List<PathPart>? Split(string path)
    {
        var parts = new List<PathPart>();
        int position = 0;
        while (position < path.Length)
        {
            int open = path.IndexOf('{', position);
            string text = open < 0 ? path.Substring(position) : path.Substring(position, open - position);
            if (text.IndexOf('}') >= 0)
            {
                return null;
            }

            if (text.Length > 0)
            {
                parts.Add(new PathPart(text, IsParameter: false));
            }

            if (open < 0)
            {
                break;
            }

            int close = path.IndexOf('}', open);
            string name = close < 0 ? "" : path.Substring(open + 1, close - open - 1);
            if (!IsName(name))
            {
                return null;
            }

            parts.Add(new PathPart(name, IsParameter: true));
            position = close + 1;
        }

        return parts;
    }

    private static bool IsName(string name) => name.Length > 0 && name.All(static c => char.IsLetterOrDigit(c) || c is '_' or '-');
}
