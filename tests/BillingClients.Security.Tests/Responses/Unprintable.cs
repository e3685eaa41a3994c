using System.Globalization;
using System.Text;

namespace BillingClients.Security.Tests.Responses;

/// <summary>Characters that end a line, or change how a terminal or an editor shows it.</summary>
internal static class Unprintable
{
    /// <summary>Whether a text contains such a character, or half of a surrogate pair.</summary>
    public static bool IsIn(string text) => HoldsHalf(text) || text.EnumerateRunes().Any(static rune => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static bool HoldsHalf(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return true;
            }
        }

        return false;
    }
}
