namespace BillingClients.Wire.Tests.Export;

/// <summary>
/// Headers that say how a request travels, which program sends it and what that program reads. No stub has them, so that a stub answers a client of any version
/// in any language; every other header that a client sends is in its stub.
/// </summary>
internal static class TransportHeaders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "Accept", "Content-Length", "Host", "User-Agent" };

    internal static bool Contains(string name) => Names.Contains(name);
}
