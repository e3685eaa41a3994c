using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flowglad's list: oldest first, archived customers too, and no filters.</summary>
internal sealed class FlowgladList(FlowgladStore store, FlowgladAnswers answers, Func<FlowgladResponseShape> shape)
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 100;

    public SimulatedAnswer Page(SimulatedCall call)
    {
        call.ExpectQuery("cursor", "limit");
        foreach (string name in (string[])["limit", "cursor"])
        {
            if (call.QueryAll(name).Count > 1)
            {
                call.AddObjection($"'{name}' is repeated");
                return answers.InvalidPaging($"Multiple '{name}' values are not allowed");
            }
        }

        var issues = new FlowgladIssues();
        int limit = ReadLimit(call.Query("limit"), issues);
        if (issues.Any)
        {
            call.AddObjection($"invalid: {issues.Summary}");
            return answers.InvalidPaging(issues);
        }

        string? cursor = call.Query("cursor");
        FlowgladCursor? start = cursor is null ? null : FlowgladCursor.Read(cursor);
        if (cursor is not null && start is null)
        {
            call.AddObjection("invalid: cursor");
            return answers.InvalidPaging("Invalid cursor");
        }

        return Page(limit, cursor, start).Answer(200);
    }

    // The server's own conversion: an empty text is 0, and blanks around a number are ignored.
    private static int ReadLimit(string? text, FlowgladIssues issues)
    {
        if (text is null)
        {
            return DefaultLimit;
        }

        if (!double.TryParse(text.Trim().Length == 0 ? "0" : text, NumberStyles.Float, CultureInfo.InvariantCulture, out double limit))
        {
            issues.NotANumber("limit");
        }
        else if (limit != Math.Floor(limit))
        {
            issues.NotAnInteger("limit");
        }
        else if (limit < 1)
        {
            issues.TooSmall("limit", 1);
        }
        else if (limit > MaxLimit)
        {
            issues.TooBig("limit", MaxLimit);
        }

        return issues.Any ? 0 : (int)limit;
    }

    private JsonObject Page(int limit, string? cursor, FlowgladCursor? start)
    {
        (List<FlowgladCustomer> page, int total, bool hasMore) = store.Query(customers =>
        {
            int first = start is null ? 0 : customers.TakeWhile(customer => customer.Id != start.Id).Count() + 1;
            List<FlowgladCustomer> found = [.. customers.Skip(first).Take(limit)];
            return (found, customers.Count, first + found.Count < customers.Count);
        });
        var json = new JsonObject { ["data"] = new JsonArray([.. page.Select(customer => customer.ToJson(shape()))]) };
        if (cursor is not null)
        {
            json["currentCursor"] = cursor;
        }

        if (hasMore)
        {
            json["nextCursor"] = FlowgladCursor.After(page[^1]);
        }

        json["hasMore"] = hasMore;
        json["total"] = total;
        return json;
    }
}
