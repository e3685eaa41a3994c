using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// RunOnAtlas pages by a number, which means another place in the list when the page size changes. So the token holds both, <c>3:25</c>, or the number alone
/// where no page size was asked for. Pure.
/// </summary>
internal static class RunOnAtlasPageToken
{
    private const char Separator = ':';

    internal static string Format(long page, int? pageSize) =>
        pageSize is { } size ? $"{OffsetToken.Format(page)}{Separator}{OffsetToken.Format(size)}" : OffsetToken.Format(page);

    /// <summary>The page that a token stands for; the first for null.</summary>
    /// <exception cref="BillingValidationException">The token is not one of RunOnAtlas's, or came with another page size.</exception>
    internal static long Parse(string? token, int? pageSize)
    {
        if (token is null)
        {
            return 1;
        }

        int separator = token.IndexOf(Separator, StringComparison.Ordinal);
        long page = ParseNumber(separator < 0 ? token : token[..separator]);
        long? size = separator < 0 ? null : ParseNumber(token[(separator + 1)..]);
        if (size != pageSize)
        {
            string expected = size is { } number ? $"PageSize to {OffsetToken.Format(number)}" : "no PageSize";
            throw new FieldCheck(RunOnAtlasCapabilities.Descriptor, CustomerOperation.List).Refuse(
                nameof(CustomerListRequest.PageToken),
                $"came with another page size, and would stand for another place in the list. Set {expected}, as for the page before");
        }

        return page;
    }

    private static long ParseNumber(string text) => OffsetToken.Parse(RunOnAtlasCapabilities.Descriptor, text, first: 1);
}
