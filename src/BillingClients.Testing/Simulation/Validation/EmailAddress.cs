namespace BillingClients.Testing;

internal static class EmailAddress
{
    /// <summary>One @ with text on both sides, a dot inside the domain, no blanks: what all providers that check would pass or refuse alike.</summary>
    public static bool IsValid(string text)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != text.LastIndexOf('@') || text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character)))
        {
            return false;
        }

        string[] labels = text[(at + 1)..].Split('.');
        return labels.Length > 1 && labels.All(label => label.Length > 0) && text[0] != '.' && text[at - 1] != '.';
    }
}
