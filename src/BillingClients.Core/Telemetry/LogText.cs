using System.Buffers;
using System.Globalization;
using System.Text;

namespace BillingClients.Providers;

/// <summary>Makes text from providers and callers safe for a line of a log. Pure.</summary>
internal static class LogText
{
    /// <summary>
    /// The text with line breaks, control characters and invisible characters escaped: it cannot end the line and begin another, or change how a terminal shows
    /// it. Half of a surrogate pair becomes U+FFFD.
    /// </summary>
    internal static string OneLine(string text)
    {
        if (IsOneLine(text))
        {
            return text;
        }

        StringBuilder line = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            _ = IsUnprintable(rune) ? line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}") : line.Append(rune.ToString());
        }

        return line.ToString();
    }

    /// <summary>A time in milliseconds, without needless decimals.</summary>
    internal static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, time.TotalMilliseconds < 10 ? 1 : 0);

    /// <summary>Whether a text is valid UTF-16 and has no line breaks, control characters or invisible characters.</summary>
    internal static bool IsOneLine(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out Rune rune, out int length) != OperationStatus.Done || IsUnprintable(rune))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    // Format characters change the direction of the text around them, or are invisible.
    private static bool IsUnprintable(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
