namespace BillingClients;

/// <summary>Notices a list that goes round in circles, however long the circle, by keeping one token (Brent's method). Not safe for concurrent use.</summary>
/// <param name="first">The token that the list starts at; null for the first page.</param>
internal sealed class PageTokenCircle(string? first)
{
    private string? _kept = first;
    private long _pages;
    private long _pagesToKeep = 1;

    /// <summary>Whether the list is where it was before.</summary>
    internal bool IsClosedBy(string token)
    {
        if (token == _kept)
        {
            return true;
        }

        if (++_pages == _pagesToKeep)
        {
            _kept = token;
            _pages = 0;
            _pagesToKeep *= 2;
        }

        return false;
    }
}
