namespace BillingClients.Providers;

/// <summary>Names in a sentence.</summary>
internal static class NameList
{
    internal static string And(IReadOnlyList<string> names) => Join(names, " and ");

    internal static string Or(IReadOnlyList<string> names) => Join(names, " or ");

    private static string Join(IReadOnlyList<string> names, string word) => names.Count < 2
        ? string.Concat(names)
        : string.Join(", ", names.Take(names.Count - 1)) + word + names[^1];
}
