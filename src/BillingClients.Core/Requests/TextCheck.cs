using System.Buffers;
using System.Text;

namespace BillingClients.Providers;

/// <summary>Checks whether a text can be sent. The results say what is wrong, without the text.</summary>
internal static class TextCheck
{
    private const int LongestKey = 1024;

    private static readonly SearchValues<char> Surrogates = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>What is wrong with a text for a JSON body; null when nothing is.</summary>
    internal static string? Check(string text) =>
        text.Length == 0 ? "is empty. Set a value or leave it unset; in an update, null clears what can be cleared"
        : text.Contains('\0', StringComparison.Ordinal) ? "contains the character U+0000, which providers cannot store. Remove it"
        : IsWellFormed(text) ? null
        : "contains half of a surrogate pair, which is not valid Unicode";

    /// <summary>What is wrong with an identifier that becomes part of a path; null when nothing is. Escaping does not protect against dots.</summary>
    internal static string? CheckKey(string key) =>
        string.IsNullOrWhiteSpace(key) ? "is empty. Set it to the customer's identifier"
        : key is "." or ".." ? "is '.' or '..', which has another meaning in the path of a URL"
        : HoldsControls(key) ? "contains a control character"
        : key.Length > LongestKey ? $"is longer than {LongestKey} characters"
        : IsWellFormed(key) ? null
        : "contains half of a surrogate pair, which is not valid Unicode";

    /// <summary>Whether an identifier that a provider answered with can become part of a path, and is safe in a line of a log.</summary>
    // An ASCII text needs no second check, because CheckKey refuses the control characters of ASCII.
    internal static bool IsProviderKey(string? key) =>
        key is not null && CheckKey(key) is null && (Ascii.IsValid(key) || LogText.IsOneLine(key));

    /// <summary>What is wrong with an e-mail address; null when there is something before and after an @. The provider may be stricter.</summary>
    internal static string? CheckEmail(string email)
    {
        int at = email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < email.Length - 1 && !HasBlank(email) ? null : "is not an e-mail address: it needs a name, an @ and a host, without spaces";
    }

    private static bool HoldsControls(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\0', '\u001f') || text.ContainsAnyInRange('\u007f', '\u009f');

    private static bool HasBlank(string text)
    {
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWellFormed(string text)
    {
        int start = text.AsSpan().IndexOfAny(Surrogates);
        for (int i = start; i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            i++;
        }

        return true;
    }
}
