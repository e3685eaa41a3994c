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

    /// <summary>Refuses a token that is not one of RunOnAtlas's, or that came with another page size.</summary>
    internal static void Check(FieldCheck check, string? token, int? pageSize)
    {
        if (token is null)
        {
            return;
        }

        (string page, string? size) = Split(token);
        OffsetToken.Check(check, page, first: 1);
        OffsetToken.Check(check, size, first: 1);
        if (size != (pageSize is { } number ? OffsetToken.Format(number) : null))
        {
            string expected = size is null ? "no PageSize" : $"PageSize to {size}";
            check.Refuse(
                nameof(CustomerListRequest.PageToken),
                $"came with another page size, and would stand for another place in the list. Set {expected}, as for the page before");
        }
    }

    /// <summary>The page that a checked token stands for; the first for null.</summary>
    internal static long Parse(string? token) => OffsetToken.Parse(token is null ? null : Split(token).Page, first: 1);

    private static (string Page, string? Size) Split(string token)
    {
        int separator = token.IndexOf(Separator, StringComparison.Ordinal);
        return separator < 0 ? (token, null) : (token[..separator], token[(separator + 1)..]);
    }
}
