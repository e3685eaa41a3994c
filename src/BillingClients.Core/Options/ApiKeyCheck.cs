namespace BillingClients.Providers;

/// <summary>What every API key must be before it is put in a header. The messages never show the key.</summary>
internal static class ApiKeyCheck
{
    internal static string? Check(ProviderOptions settings, string? apiKey) => Check(apiKey) ?? settings.CheckApiKey(apiKey!);

    internal static string? Check(string? apiKey)
    {
        if (string.IsNullOrWhiteSpace(apiKey))
        {
            return "is missing. Set it, or ApiKeyProvider. If it comes from user secrets or the environment, check that it is set there; do not keep it in the source.";
        }

        foreach (char c in apiKey)
        {
            if (c is <= ' ' or >= '\u007f')
            {
                return "contains a space, a line break or another character that is not allowed in a header."
                    + " Copy it again, without quotes, line breaks and the word Bearer.";
            }
        }

        return null;
    }
}
