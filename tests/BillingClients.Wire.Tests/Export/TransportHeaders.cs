namespace BillingClients.Wire.Tests.Export;

/// <summary>Headers that say how a request travels. No stub has them; every other header that a client sends is in its stub.</summary>
internal static class TransportHeaders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "Host", "Content-Length" };

    internal static bool Contains(string name) => Names.Contains(name);
}
