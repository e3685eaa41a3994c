namespace BillingClients;

/// <summary>
/// Detects a list that would never end, with Brent's cycle detection: it keeps one page and its token, and compares later pages with it. However long the
/// cycle is, the list returns to a page that was kept. Not safe for concurrent use.
/// </summary>
/// <param name="first">The token that the list starts at; null for the first page.</param>
internal sealed class ListProgress(string? first)
{
    // Customers that are created while a list is read push others to the next page, which can repeat a whole page. But only the kept page is compared, and
    // another page is kept after 1, 2, 4, 8 … pages. So a list that ends has one or two such repetitions at most.
    private const int RepeatedPagesAllowed = 2;

    // No provider is known to give an empty page before the last one. But one that filters each page after it has read it may do so.
    private const int EmptyPagesAllowed = 10;

    private IReadOnlyList<Customer> _keptPage = [];
    private string? _keptToken = first;
    private long _pages;
    private long _pagesToKeep = 1;
    private int _repeatedPages;
    private int _emptyPagesInARow;

    /// <summary>Why the list would never end; null as long as it may.</summary>
    /// <param name="page">The page that was read, which is not the last one.</param>
    internal string? ProblemOf(CustomerPage page)
    {
        _repeatedPages += IsKept(page.Items) ? 1 : 0;
        _emptyPagesInARow = page.Items.Count == 0 ? _emptyPagesInARow + 1 : 0;
        if (page.NextPageToken == _keptToken)
        {
            return "it gave the same page token twice";
        }

        if (++_pages == _pagesToKeep)
        {
            (_keptPage, _keptToken) = (page.Items, page.NextPageToken);
            _pages = 0;
            _pagesToKeep *= 2;
        }

        return _repeatedPages > RepeatedPagesAllowed ? "it gave the same customers page after page"
            : _emptyPagesInARow > EmptyPagesAllowed ? "it gave one empty page after another, each with the token of a next page"
            : null;
    }

    // In any order: the provider may not sort.
    private bool IsKept(IReadOnlyList<Customer> items) =>
        items.Count > 0 && items.All(item => _keptPage.Any(kept => kept.Id == item.Id));
}
