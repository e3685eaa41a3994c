using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flexprice's list of customers, with filters in the body.</summary>
internal sealed class FlexpriceCustomerSearch(FlexpriceStore store, FlexpriceAnswers answers)
{
    public SimulatedAnswer Search(SimulatedCall call)
    {
        call.ExpectQuery();
        if (FlexpriceSearchReader.Read(call) is not { } search)
        {
            return answers.InvalidFilter();
        }

        if (Failures(search) is { } failures)
        {
            call.AddObjection($"invalid: {failures.First().Key}");
            return answers.InvalidFilter(failures);
        }

        if (search.Email is { Length: > 0 } email && !EmailAddress.IsValid(email))
        {
            call.AddObjection("invalid: email");
            return answers.InvalidFilter();
        }

        (List<FlexpriceCustomer> page, int total) = store.Query(customers =>
        {
            List<FlexpriceCustomer> found = [.. FlexpriceSort.Apply(customers, search).Where(search.Includes)];
            return (found.Skip(search.Offset).Take(search.Limit).ToList(), found.Count);
        });
        bool expand = FlexpriceSearch.ExpandsIntegrations(search.Expand);
        return FlexpriceAnswers.Page([.. page.Select(customer => customer.ToJson(expand))], total, search.Limit, search.Offset);
    }

    private static JsonObject? Failures(FlexpriceSearch search) => search switch
    {
        { Limit: < 1 or > FlexpriceSearch.MaxLimit } => new JsonObject { ["limit"] = "must be between 1 and 1000" },
        { Offset: < 0 } => new JsonObject { ["offset"] = "must be non-negative" },
        { Order: not ("asc" or "desc") } => new JsonObject { ["order"] = "must be either 'asc' or 'desc'" },
        _ when search.EndTime < search.StartTime => new JsonObject { ["end_time"] = "must be after start_time" },
        _ => null,
    };
}
