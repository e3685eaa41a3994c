using System.Text;
using System.Text.Encodings.Web;

namespace BillingClients.Security.Tests.Sweep;

/// <summary>The forms in which a text may turn up: as it is, in parts, percent-encoded, escaped for JSON or HTML, in Base64. Pure.</summary>
public static class CanaryForms
{
    private const int ShortestPart = 4;

    /// <summary>Every form of a text, to be looked for without regard to case. One that is too short to be told from chance has none.</summary>
    public static IEnumerable<string> Of(string text) =>
        text.Length < ShortestPart ? [] : PartsOf(text).Append(text).SelectMany(Encoded).Distinct(StringComparer.Ordinal);

    /// <summary>The words of a text: what a provider could put where a code belongs.</summary>
    public static IEnumerable<string> PartsOf(string text) =>
        Words(text).Where(static word => word.Length >= ShortestPart);

    private static string[] Words(string text) =>
        string.Concat(text.Select(static c => IsOfAWord(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOfAWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';

    private static IEnumerable<string> Encoded(string text) =>
    [
        text,
        Uri.EscapeDataString(text),
        JavaScriptEncoder.Default.Encode(text),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text),
        HtmlEncoder.Default.Encode(text),
        .. Base64(text),
    ];

    // Within a longer text that is encoded as a whole, a text has one of three forms, by where it begins. Of each, the characters that its neighbours do not
    // change.
    private static IEnumerable<string> Base64(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        for (int shift = 0; shift < 3; shift++)
        {
            string encoded = Convert.ToBase64String([.. new byte[shift], .. bytes]).TrimEnd('=');
            string inner = encoded[(shift == 0 ? 0 : shift + 1)..^1];
            yield return inner;
            yield return inner.Replace('+', '-').Replace('/', '_');
        }
    }
}
