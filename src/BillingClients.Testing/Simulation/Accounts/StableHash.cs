namespace BillingClients.Testing;

/// <summary>A hash that is the same in every process, for seeds. string.GetHashCode is not.</summary>
internal static class StableHash
{
    public static int Of(string text) => text.Aggregate(17, static (hash, character) => unchecked((hash * 31) + character));
}
