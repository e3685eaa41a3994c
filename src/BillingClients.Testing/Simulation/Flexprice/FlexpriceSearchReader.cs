using System.Text.Json;

namespace BillingClients.Testing;

internal static class FlexpriceSearchReader
{
    private static readonly string[] Fields =
    [
        "limit", "offset", "order", "sort", "status", "expand", "start_time", "end_time", "metadata", "filters", "customer_ids", "external_ids", "external_id",
        "email",
    ];

    /// <summary>Reads a search from the body; null when it is not JSON, has a wrong type, or holds a malformed condition or time.</summary>
    public static FlexpriceSearch? Read(SimulatedCall call)
    {
        if (!call.TryReadJson(out JsonElement json))
        {
            return null;
        }

        var fields = new JsonFields(json);
        IReadOnlyList<FlexpriceFilter?> filters = [.. (fields.Objects("filters") ?? []).Select(FlexpriceFilter.Read)];
        string? start = fields.Text("start_time");
        string? end = fields.Text("end_time");
        var search = new FlexpriceSearch
        {
            Limit = OrDefault(fields.Integer("limit")),
            Offset = fields.Integer("offset") ?? 0,
            Order = fields.Text("order") ?? "desc",
            Sort = [.. (fields.Objects("sort") ?? []).Select(ReadSort)],
            Status = fields.Text("status"),
            Expand = fields.Text("expand"),
            StartTime = Rfc3339.Read(start),
            EndTime = Rfc3339.Read(end),
            Metadata = fields.TextMap("metadata"),
            Filters = [.. filters.OfType<FlexpriceFilter>()],
            CustomerIds = fields.Texts("customer_ids") ?? [],
            ExternalIds = fields.Texts("external_ids") ?? [],
            ExternalId = fields.Text("external_id"),
            Email = fields.Text("email"),
        };
        if (filters.Contains(null))
        {
            call.AddObjection("a filter has a member of the wrong type");
            return null;
        }

        if (search.Filters.Any(static filter => filter.IsIncomplete || filter.Effect != FlexpriceFilterEffect.Filters))
        {
            call.AddObjection("a filter is incomplete, or does not filter");
        }

        if (start is not null || end is not null)
        {
            call.AddObjection("start_time and end_time are ignored");
        }

        return call.Reads(fields, Fields) && IsTime(call, start) && IsTime(call, end) ? search : null;
    }

    // The server takes 0 for a limit that was not given.
    private static int OrDefault(int? limit) => limit is null or 0 ? FlexpriceSearch.DefaultLimit : limit.Value;

    private static FlexpriceSort ReadSort(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new FlexpriceSort(fields.Text("field") ?? "", fields.Text("direction") == "desc");
    }

    private static bool IsTime(SimulatedCall call, string? text)
    {
        if (string.IsNullOrEmpty(text) || Rfc3339.Read(text) is not null)
        {
            return true;
        }

        call.AddObjection($"'{text}' is not an RFC 3339 time");
        return false;
    }
}
