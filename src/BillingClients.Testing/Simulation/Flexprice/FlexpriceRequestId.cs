namespace BillingClients.Testing;

internal static class FlexpriceRequestId
{
    /// <summary>The client's own request id when the server would echo it, else null.</summary>
    public static string? Accepts(string? id) => id is { Length: > 0 and <= 128 } && id.All(IsAllowed) ? id : null;

    private static bool IsAllowed(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-';
}
