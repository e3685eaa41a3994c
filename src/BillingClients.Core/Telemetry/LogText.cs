using System.Globalization;
using System.Text;

namespace BillingClients.Providers;

/// <summary>Makes text from providers and callers safe for a line of a log. Pure.</summary>
internal static class LogText
{
    /// <summary>The text with line breaks and other control characters escaped, so that it cannot end the line and begin another.</summary>
    internal static string OneLine(string text)
    {
        if (!text.Any(BreaksLines))
        {
            return text;
        }

        StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            _ = BreaksLines(c) ? line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : line.Append(c);
        }

        return line.ToString();
    }

    private static bool BreaksLines(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
