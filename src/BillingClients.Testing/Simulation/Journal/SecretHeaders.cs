namespace BillingClients.Testing;

internal static class SecretHeaders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "x-api-key", "Cookie",
    };

    public static string Mask(string name, string value) => Names.Contains(name) ? "***" : value;
}
