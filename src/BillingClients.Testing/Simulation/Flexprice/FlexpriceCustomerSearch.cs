using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flexprice's list of customers, with filters in the body.</summary>
internal sealed class FlexpriceCustomerSearch(FlexpriceStore store, FlexpriceAnswers answers)
{
    private const string Failed = "Failed to list customers";

    public SimulatedAnswer Search(SimulatedCall call)
    {
        call.ExpectQuery();
        if (FlexpriceSearchReader.Read(call) is not { } search)
        {
            return answers.InvalidFilter();
        }

        if ((answers.RefusedExpand(search.Expand) ?? RefusedBounds(search) ?? RefusedColumns(search)) is { } refusal)
        {
            call.AddObjection("the search is refused");
            return refusal;
        }

        FlexpriceSearch applied = call.IgnoresFilters ? search.WithoutFilters() : search;
        (List<FlexpriceCustomer> page, int total) = store.Query(customers =>
        {
            List<FlexpriceCustomer> found = [.. FlexpriceSort.Apply(customers, search).Where(applied.Includes)];
            return (found.Skip(search.Offset).Take(search.Limit).ToList(), found.Count);
        });
        return FlexpriceAnswers.Page([.. page.Select(static customer => customer.ToJson())], total, search.Limit, search.Offset);
    }

    private SimulatedAnswer? RefusedBounds(FlexpriceSearch search) => search switch
    {
        { Limit: < 1 or > FlexpriceSearch.MaxLimit } => answers.InvalidFilter(new JsonObject { ["limit"] = "must be between 1 and 1000" }),
        { Offset: < 0 } => answers.InvalidFilter(new JsonObject { ["offset"] = "must be non-negative" }),
        { Order: not ("asc" or "desc") } => answers.InvalidFilter(new JsonObject { ["order"] = "must be either 'asc' or 'desc'" }),
        _ when search.EndTime < search.StartTime =>
            answers.Invalid("Please provide a valid time range", new JsonObject { ["end_time"] = "must be after start_time" }),
        { Email: { Length: > 0 } email } when !FlexpriceSearch.IsEmail(email) => answers.Invalid("Please provide a valid email"),
        _ => null,
    };

    // An error about an unknown column has two marks, and the server takes either of them at random: a 400 or a 500. Here it is always the 400.
    private SimulatedAnswer? RefusedColumns(FlexpriceSearch search)
    {
        FlexpriceFilterEffect[] effects = [.. search.Filters.Select(static filter => filter.Effect)];
        bool isUnknown = effects.Contains(FlexpriceFilterEffect.HasNoColumn) || search.Sort.Any(static sort => !FlexpriceColumns.Exists(sort.Field));
        return effects.Contains(FlexpriceFilterEffect.Panics) ? FlexpriceAnswers.Panic
            : isUnknown ? answers.Invalid(Failed)
            : effects.Contains(FlexpriceFilterEffect.FailsInDatabase) ? answers.DatabaseFailed(Failed)
            : null;
    }
}
