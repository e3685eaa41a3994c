using System.Globalization;

namespace BillingClients.Providers;

/// <summary>The words of exceptions. They hold nothing that a provider or a caller wrote, but codes and request ids that look like codes and request ids.</summary>
internal static class FailureMessages
{
    private const int LongestToken = 80;

    internal static string Action(CustomerOperation operation) => operation switch
    {
        CustomerOperation.Create => "create the customer",
        CustomerOperation.Get => "read the customer",
        CustomerOperation.Update => "update the customer",
        CustomerOperation.Delete => "delete the customer",
        _ => "list customers",
    };

    internal static string Status(int? statusCode, string? code) =>
        statusCode is { } status
            ? IsToken(code) ? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}, {code}") : string.Create(CultureInfo.InvariantCulture, $"HTTP {status}")
            : "no answer";

    internal static string RequestId(string? requestId) => IsToken(requestId) ? $" Request id: {requestId}." : string.Empty;

    internal static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");

    // A provider may echo what we sent where a code or a request id belongs; an e-mail address or a sentence is no token.
    private static bool IsToken(string? text) =>
        text is { Length: > 0 and <= LongestToken } && text.AsSpan().IndexOfAnyExcept(TokenCharacters) < 0;

    private static readonly System.Buffers.SearchValues<char> TokenCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");
}
