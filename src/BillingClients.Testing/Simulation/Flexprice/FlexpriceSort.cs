namespace BillingClients.Testing;

internal sealed record FlexpriceSort(string Field, bool Descending)
{
    /// <summary>The customers in the wanted order; newest or oldest first needs no sorting, because that is how they are stored.</summary>
    public static IEnumerable<FlexpriceCustomer> Apply(IReadOnlyList<FlexpriceCustomer> oldestFirst, FlexpriceSearch search)
    {
        IReadOnlyList<FlexpriceSort> sorts = search.Sort.Count > 0 ? search.Sort : [new FlexpriceSort("created_at", search.Order == "desc")];
        if (sorts is [{ Field: "created_at" } only])
        {
            return only.Descending ? NewestFirst(oldestFirst) : oldestFirst;
        }

        IOrderedEnumerable<FlexpriceCustomer> sorted = oldestFirst.Order(Comparer<FlexpriceCustomer>.Create(sorts[0].Compare));
        return sorts.Skip(1).Aggregate(sorted, (list, sort) => list.ThenBy(customer => customer, Comparer<FlexpriceCustomer>.Create(sort.Compare)));
    }

    private static IEnumerable<FlexpriceCustomer> NewestFirst(IReadOnlyList<FlexpriceCustomer> oldestFirst)
    {
        for (int place = oldestFirst.Count - 1; place >= 0; place--)
        {
            yield return oldestFirst[place];
        }
    }

    private int Compare(FlexpriceCustomer left, FlexpriceCustomer right)
    {
        int order = FlexpriceColumns.Compare(left, right, Field);
        return Descending ? -order : order;
    }
}
