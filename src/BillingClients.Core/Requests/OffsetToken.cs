using System.Globalization;

namespace BillingClients.Providers;

/// <summary>Page tokens for providers that page by an offset or a page number. Pure. For writing a provider.</summary>
public static class OffsetToken
{
    /// <summary>Makes a token of a number.</summary>
    /// <param name="number">Zero or more.</param>
    public static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads the number of a token.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="token">The token; null for the first page.</param>
    /// <param name="first">The number of the first page.</param>
    /// <exception cref="BillingValidationException">The token is not one of this provider's.</exception>
    public static long Parse(ProviderDescriptor provider, string? token, long first = 0) =>
        token is null ? first
        : long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number >= first ? number
        : throw Refusal.Request(
            provider,
            CustomerOperation.List,
            nameof(CustomerListRequest.PageToken),
            "is not a page token of this provider. Use NextPageToken of the previous page, or null");
}
