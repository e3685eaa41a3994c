namespace BillingClients.Providers;

/// <summary>A value from a configuration in a message. It is shown only if it is too short to be a key in the wrong place.</summary>
internal static class SafeValueText
{
    private const int Longest = 8;

    /// <summary>A continuation of the setting's path.</summary>
    internal static string Describe(string value, string problem, string remedy) => value.Length <= Longest
        ? $"is '{value}', which is {problem}. {remedy}"
        : $"is {problem}. {remedy} The value is not shown: it may be a key in the wrong place.";
}
