namespace BillingClients.Providers;

/// <summary>A setting that takes one of a few names.</summary>
internal static class EnumNameCheck
{
    /// <summary>What is wrong with a value; null when it is one of the names.</summary>
    internal static string? Check(string value, IReadOnlyList<string> names) => names.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase)
        ? null
        : SafeValueText.Describe(value, "not one of its values", $"Use {NameList.Or(names)}.");
}
