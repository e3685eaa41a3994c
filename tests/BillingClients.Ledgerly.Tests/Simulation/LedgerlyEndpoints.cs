using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingClients.Testing;

namespace BillingClients.Ledgerly.Tests.Simulation;

/// <summary>What Ledgerly does at each path. The <c>ref</c> is unique.</summary>
internal sealed class LedgerlyEndpoints(TimeProvider timeProvider)
{
    private static readonly string[] Changeable = ["display_name", "email", "phone", "note", "labels"];

    private readonly CustomerStore<LedgerlyRecord> _customers = new(static customer => customer.Id, static customer => customer.Text("ref"));
    private int _number;

    internal IReadOnlyList<SimulatedCustomer> Stored =>
        _customers.Query(static customers => customers.Select(static customer => customer.ToSimulated()).ToList());

    internal void Clear() => _customers.Clear();

    internal SimulatedAnswer Create(SimulatedCall call)
    {
        if (!call.TryReadJson(out JsonElement request))
        {
            return LedgerlyAnswers.NotJson;
        }

        call.ExpectFields(request, [.. Changeable, "ref"]);
        foreach (string required in (string[])["ref", "display_name"])
        {
            if (!request.TryGetProperty(required, out _))
            {
                return LedgerlyAnswers.Invalid(required, "This field is required.");
            }
        }

        return _customers.TryAdd(request.GetProperty("ref").GetString(), () => Make(request), out LedgerlyRecord customer)
            ? LedgerlyAnswers.Json(201, customer.ToJson())
            : LedgerlyAnswers.RefTaken(customer.Id);
    }

    internal SimulatedAnswer Get(SimulatedCall call) => Found(_customers.Find(call.Route("id")));

    internal SimulatedAnswer GetByRef(SimulatedCall call) => Found(_customers.FindByKey(call.Query("ref") ?? ""));

    internal SimulatedAnswer Update(SimulatedCall call)
    {
        if (!call.TryReadJson(out JsonElement request))
        {
            return LedgerlyAnswers.NotJson;
        }

        call.ExpectFields(request, Changeable);
        return Found(_customers.Update(call.Route("id"), customer => customer.With(request)).Changed);
    }

    internal SimulatedAnswer Delete(SimulatedCall call) => _customers.Remove(call.Route("id")) ? SimulatedAnswer.Empty(204) : LedgerlyAnswers.NotFound;

    internal SimulatedAnswer List(SimulatedCall call)
    {
        call.ExpectQuery("email", "limit", "after");
        int limit = int.Parse(call.Query("limit") ?? "20", CultureInfo.InvariantCulture);
        string? email = call.Filter("email");
        List<LedgerlyRecord> matching = _customers.Query(customers => customers.Where(customer => email is null || customer.Text("email") == email).ToList());
        int start = call.Query("after") is { } after ? matching.FindIndex(customer => customer.Id == after) + 1 : 0;
        if (start == 0 && call.Query("after") is not null)
        {
            return LedgerlyAnswers.Invalid("after", "There is no such customer.");
        }

        LedgerlyRecord[] page = [.. matching.Skip(start).Take(limit)];
        bool more = start + page.Length < matching.Count;
        return LedgerlyAnswers.Json(200, new JsonObject
        {
            ["customers"] = new JsonArray([.. page.Select(static customer => customer.ToJson())]),
            ["next"] = more ? page[^1].Id : null,
        });
    }

    private static SimulatedAnswer Found(LedgerlyRecord? customer) =>
        customer is null ? LedgerlyAnswers.NotFound : LedgerlyAnswers.Json(200, customer.ToJson());

    private LedgerlyRecord Make(JsonElement request) =>
        new LedgerlyRecord(string.Create(CultureInfo.InvariantCulture, $"cu_{++_number:0000}"), timeProvider.GetUtcNow()).With(request);
}
