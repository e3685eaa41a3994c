namespace BillingClients.Providers;

/// <summary>Compares a text that was sent with the one that is stored. A provider may trim it, or store another Unicode normal form. Pure.</summary>
internal static class SentText
{
    internal static bool IsSame(string sent, string stored) =>
        string.Equals(sent, stored, StringComparison.Ordinal) || string.Equals(Normal(sent), Normal(stored), StringComparison.Ordinal);

    /// <summary>The same without regard to case: many providers store e-mail addresses in lower case.</summary>
    internal static bool IsSameEmail(string sent, string stored) =>
        string.Equals(sent, stored, StringComparison.OrdinalIgnoreCase) || string.Equals(Normal(sent), Normal(stored), StringComparison.OrdinalIgnoreCase);

    /// <summary>The same without regard to the number of blanks between words: when a name is split and joined again, additional blanks are lost.</summary>
    internal static bool IsSameName(string sent, string stored) =>
        string.Equals(sent, stored, StringComparison.Ordinal) || string.Equals(Words(sent), Words(stored), StringComparison.Ordinal);

    private static string Words(string text) => string.Join(' ', Normal(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // An answer may contain half of a surrogate pair, or U+FFFE, which have no normal form.
    private static string Normal(string text)
    {
        try
        {
            return text.Trim().Normalize();
        }
        catch (ArgumentException)
        {
            return text.Trim();
        }
    }
}
