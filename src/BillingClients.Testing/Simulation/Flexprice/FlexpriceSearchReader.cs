using System.Globalization;
using System.Text.Json;

namespace BillingClients.Testing;

internal static class FlexpriceSearchReader
{
    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "limit", "offset", "order", "sort", "status", "expand", "start_time", "end_time", "metadata", "filters", "customer_ids", "external_ids", "external_id", "email",
    };

    /// <summary>Reads a search from the body; null when it is not JSON, has a wrong type, or holds a malformed condition or time.</summary>
    public static FlexpriceSearch? FromBody(SimulatedCall call)
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
            call.Object("a filter is incomplete or unknown");
            return null;
        }

        return call.Reads(fields, Fields) && AreTimes(call, (start, search.StartTime), (end, search.EndTime)) ? search : null;
    }

    /// <summary>Reads a search from the query; null when a number or a time is malformed.</summary>
    public static FlexpriceSearch? FromQuery(SimulatedCall call)
    {
        call.ExpectQuery([.. Fields]);
        string order = call.Query("order") ?? "desc";
        if (!TryReadNumber(call, "limit", out int? limit) || !TryReadNumber(call, "offset", out int? offset))
        {
            return null;
        }

        var search = new FlexpriceSearch
        {
            Limit = OrDefault(limit),
            Offset = offset ?? 0,
            Order = order,
            Sort = call.Query("sort") is { Length: > 0 } field ? [new FlexpriceSort(field, order == "desc")] : [],
            Status = call.Query("status"),
            Expand = call.Query("expand"),
            StartTime = Rfc3339.Read(call.Query("start_time")),
            EndTime = Rfc3339.Read(call.Query("end_time")),
            CustomerIds = call.QueryAll("customer_ids"),
            ExternalIds = call.QueryAll("external_ids"),
            ExternalId = call.Query("external_id"),
            Email = call.Query("email"),
        };
        return AreTimes(call, (call.Query("start_time"), search.StartTime), (call.Query("end_time"), search.EndTime)) ? search : null;
    }

    // The server takes 0 for a limit that was not given.
    private static int OrDefault(int? limit) => limit is null or 0 ? FlexpriceSearch.DefaultLimit : limit.Value;

    private static FlexpriceSort ReadSort(JsonElement json)
    {
        var fields = new JsonFields(json);
        return new FlexpriceSort(fields.Text("field") ?? "created_at", fields.Text("direction") != "asc");
    }

    private static bool TryReadNumber(SimulatedCall call, string name, out int? number)
    {
        number = null;
        if (call.Query(name) is not { Length: > 0 } text)
        {
            return true;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int parsed))
        {
            call.Object($"'{name}' is not a number");
            return false;
        }

        number = parsed;
        return true;
    }

    private static bool AreTimes(SimulatedCall call, params ReadOnlySpan<(string? Text, DateTimeOffset? Time)> values)
    {
        foreach ((string? text, DateTimeOffset? time) in values)
        {
            if (!string.IsNullOrEmpty(text) && time is null)
            {
                call.Object($"'{text}' is not an RFC 3339 time");
                return false;
            }
        }

        return true;
    }
}
