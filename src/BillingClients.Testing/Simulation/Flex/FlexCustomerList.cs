using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flex's list: newest first, and nothing in the answer says whether there are more.</summary>
internal sealed class FlexCustomerList(FlexStore store)
{
    private const int DefaultLimit = 10;
    private const int MaxLimit = 100;

    public SimulatedAnswer List(SimulatedCall call)
    {
        call.ExpectQuery("limit", "starting_after", "ending_before", "offset", "email");
        if (!TryReadNumber(call, "limit", DefaultLimit, 1, MaxLimit, out int limit))
        {
            return Refuse(call, "limit", "must be from 1 to 100");
        }

        if (!TryReadNumber(call, "offset", 0, 0, int.MaxValue, out int offset))
        {
            return Refuse(call, "offset", "must be 0 or more");
        }

        List<FlexCustomer> found = [.. store.All(FlexKey.IsTest(call)).Where(customer => call.Filter("email") is not { } email || customer.Email == email)];
        if (!TryFindPlace(call, found, "starting_after", -1, out int after))
        {
            return Refuse(call, "starting_after", "must be the id of a customer in this list");
        }

        if (!TryFindPlace(call, found, "ending_before", found.Count, out int before))
        {
            return Refuse(call, "ending_before", "must be the id of a customer in this list");
        }

        IEnumerable<FlexCustomer> between = found.Take(before).Skip(after + 1);
        IEnumerable<FlexCustomer> page = call.Query("ending_before") is null ? between.Skip(offset).Take(limit) : between.SkipLast(offset).TakeLast(limit);
        return new JsonObject { ["customers"] = new JsonArray([.. page.Select(customer => customer.ToJson())]) }.Answer(200);
    }

    private static SimulatedAnswer Refuse(SimulatedCall call, string parameter, string words)
    {
        call.AddObjection($"{parameter} {words}");
        return FlexAnswers.InvalidField(parameter, "invalid_value", $"{parameter} {words}");
    }

    private static bool TryReadNumber(SimulatedCall call, string name, int otherwise, int least, int most, out int number)
    {
        number = otherwise;
        return call.Query(name) is not { } text
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most);
    }

    private static bool TryFindPlace(SimulatedCall call, List<FlexCustomer> customers, string parameter, int otherwise, out int place)
    {
        place = otherwise;
        if (call.Query(parameter) is { } id)
        {
            place = customers.FindIndex(customer => customer.Id == id);
            return place >= 0;
        }

        return true;
    }
}
