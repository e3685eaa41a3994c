namespace BillingClients.Providers;

/// <summary>Finds the name that somebody meant who wrote another one.</summary>
internal static class NearName
{
    private const int MostEdits = 2;

    /// <summary>The nearest of the names; null when none is near.</summary>
    internal static string? Find(string written, IEnumerable<string> names)
    {
        string letters = LettersOf(written);
        return names
            .Select(name => (Name: name, Edits: name.Equals(written, StringComparison.OrdinalIgnoreCase) ? -1 : Edits(letters, LettersOf(name))))
            .Where(near => near.Edits < 0 || !DifferInPart(near.Name, written))
            .Where(near => near.Edits <= Math.Min(MostEdits, letters.Length / 3))
            .OrderBy(static near => near.Edits)
            .Select(static near => near.Name)
            .FirstOrDefault();
    }

    // Somebody who wrote books-us does not mean books-eu.
    private static bool DifferInPart(string name, string written) => PartsBeforeLast(name) is { Length: > 0 } parts && parts == PartsBeforeLast(written);

    private static string PartsBeforeLast(string name) => name[..(name.LastIndexOf('-') + 1)];

    private static string LettersOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Levenshtein's distance, one row at a time.
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
