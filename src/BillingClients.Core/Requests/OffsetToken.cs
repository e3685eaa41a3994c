using System.Globalization;

namespace BillingClients.Providers;

/// <summary>Page tokens for providers that page by an offset or a page number. Pure. For writing a provider.</summary>
public static class OffsetToken
{
    /// <summary>Makes a token of a number.</summary>
    /// <param name="number">Zero or more.</param>
    public static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Makes the token of the page that follows.</summary>
    /// <param name="offset">The offset of this page.</param>
    /// <param name="count">How many customers it has.</param>
    /// <param name="field">The field that says that there are more, in the provider's words.</param>
    /// <exception cref="WireFormatException">No page can begin there, because the number is too large.</exception>
    public static string Next(long offset, long count, string field) =>
        count <= long.MaxValue - offset ? Format(offset + count) : throw new WireFormatException(field);

    /// <summary>Refuses a token that is not one of this provider's.</summary>
    /// <param name="check">The check of the list request.</param>
    /// <param name="token">The token; null for the first page.</param>
    /// <param name="first">The number of the first page.</param>
    public static void Check(FieldCheck check, string? token, long first = 0)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (Number(token, first) is null)
        {
            check.Refuse(nameof(CustomerListRequest.PageToken), "is not a page token of this provider. Use NextPageToken of the previous page, or null");
        }
    }

    /// <summary>Reads the number of a token that <see cref="Check"/> has not refused.</summary>
    /// <param name="token">The token; null for the first page.</param>
    /// <param name="first">The number of the first page.</param>
    /// <exception cref="FormatException">The token is not one of this provider's.</exception>
    public static long Parse(string? token, long first = 0) =>
        Number(token, first) ?? throw new FormatException("This is not a page token of this provider. OffsetToken.Check refuses it.");

    /// <summary>The number of a token; null if it is not one of this provider's.</summary>
    internal static long? Number(string? token, long first) =>
        token is null ? first
        : long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= first ? number
        : null;
}
