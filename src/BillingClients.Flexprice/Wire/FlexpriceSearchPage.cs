namespace BillingClients.Wire;

/// <summary>The answer of <c>POST /customers/search</c>.</summary>
internal sealed class FlexpriceSearchPage
{
    public IReadOnlyList<FlexpriceCustomer>? Items { get; init; }

    public FlexpricePagination? Pagination { get; init; }
}
