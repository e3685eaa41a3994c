using System.Buffers;

namespace BillingClients.Security.Tests.Paths;

/// <summary>What stands around the caller's text in a request's target.</summary>
internal sealed record Template(string Before, string After)
{
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("/\\?#&=; ");

    /// <summary>Whether the target is the template with the text in its place: one segment or one value, nothing but the text, decoded exactly once.</summary>
    public bool Fits(string target, string text) =>
        target.Length >= Before.Length + After.Length
        && target.StartsWith(Before, StringComparison.Ordinal)
        && target.EndsWith(After, StringComparison.Ordinal)
        && IsOneValue(target[Before.Length..^After.Length], text);

    // Dots are folders in a path, and nothing special in a query.
    private bool IsOneValue(string value, string text) =>
        (value is not ("." or "..") || Before.Contains('?', StringComparison.Ordinal)) && value.AsSpan().IndexOfAny(Delimiters) < 0 && Uri.UnescapeDataString(value) == text;
}
