using System.Globalization;

namespace BillingClients.Testing;

internal static class Rfc3339
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The time, or null when the text is none.</summary>
    public static DateTimeOffset? Read(string? text) =>
        text is not null
        && (text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-')
        && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time : null;
}
