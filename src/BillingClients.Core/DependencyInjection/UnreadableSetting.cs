namespace BillingClients.Providers;

/// <summary>What is wrong with a setting that the binder could not read.</summary>
internal static class UnreadableSetting
{
    /// <summary>A continuation of the setting's path.</summary>
    /// <param name="type">The full name of the type that was expected.</param>
    /// <param name="value">What the configuration holds.</param>
    internal static string Describe(string type, string value) => type switch
    {
        "System.TimeSpan" => SafeValueText.Describe(
            value, "not a time", "Write 00:00:20 for 20 seconds; hours go up to 23, minutes and seconds up to 59."),
        "System.Int32" or "System.Int64" when IsNumber(value) => SafeValueText.Describe(value, "not a number that this setting can hold", "Use a smaller one."),
        "System.Int32" or "System.Int64" => SafeValueText.Describe(value, "not a whole number", "Write it in digits."),
        "System.Boolean" => SafeValueText.Describe(value, "not true or false", "Write true or false."),
        "System.Uri" => SafeValueText.Describe(value, "not an absolute address", "Write it as https://host/path."),
        _ => SafeValueText.Describe(value, $"not a {type[(type.LastIndexOf('.') + 1)..]}", "Change it."),
    };

    private static bool IsNumber(string value) => value.AsSpan().Trim().TrimStart('-') is { Length: > 0 } digits && !digits.ContainsAnyExceptInRange('0', '9');
}
