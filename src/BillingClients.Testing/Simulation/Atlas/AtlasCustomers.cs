using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Atlas's endpoints for customers.</summary>
internal sealed class AtlasCustomers(AtlasStore store, AtlasAnswers answers, Func<AtlasDialect> dialect)
{
    private const string What = "customer";
    private const int DocumentedLimit = 100;

    public SimulatedAnswer Create(SimulatedCall call)
    {
        call.ExpectQuery();
        if (AtlasCustomerRequest.Read(call, defaultMethodField: null) is not { } request)
        {
            return answers.InternalError(call);
        }

        if (string.IsNullOrEmpty(request.Email) && !request.IsOfWrongType)
        {
            call.AddObjection("no email");
            return answers.Missing(call, "email");
        }

        if (request.IsOfWrongType)
        {
            return answers.Failed(call, "create", What);
        }

        return store.TryCreate(request, out AtlasCustomer customer)
            ? customer.ToJson().Answer(dialect() == AtlasDialect.Source ? 201 : 200)
            : answers.CustomerExists(call, customer.Id);
    }

    public SimulatedAnswer Retrieve(SimulatedCall call)
    {
        call.ExpectQuery();
        return store.Find(call.Route("id")) is { } customer ? customer.ToJson().Answer(200) : answers.NotFound(call);
    }

    public SimulatedAnswer Update(SimulatedCall call)
    {
        call.ExpectQuery();
        string defaultMethodField = dialect() == AtlasDialect.Source ? "default_token_id" : "default_payment_method";
        if (AtlasCustomerRequest.Read(call, defaultMethodField) is not { } request)
        {
            return answers.InternalError(call);
        }

        string id = call.Route("id");
        if (store.Find(id) is null)
        {
            return answers.NotFound(call);
        }

        if (request.ClearsEmail || request.IsOfWrongType)
        {
            call.AddObjection("the database does not take it");
            return answers.Failed(call, "update", What);
        }

        return store.Update(id, request) switch
        {
            { Changed: { } customer } => customer.ToJson().Answer(200),
            { KeyHolder: not null } => answers.EmailExists(call),
            _ => answers.NotFound(call),
        };
    }

    public SimulatedAnswer Delete(SimulatedCall call)
    {
        call.ExpectQuery();
        string id = call.Route("id");
        if (store.Find(id) is not null && store.HasSubscription(id))
        {
            return answers.HasActiveSubscriptions(call);
        }

        return store.Remove(id)
            ? new JsonObject { ["id"] = id, ["object"] = What, ["deleted"] = true }.Answer(200)
            : answers.NotFound(call);
    }

    public SimulatedAnswer List(SimulatedCall call)
    {
        call.ExpectQuery("limit", "offset", "email");
        int? limit = Number(call, "limit", otherwise: 10);
        int? offset = Number(call, "offset", otherwise: 0);
        if (limit is null || offset is null)
        {
            return answers.Failed(call, "list", "customers");
        }

        if (limit > DocumentedLimit)
        {
            call.AddObjection($"'limit' is over {DocumentedLimit}");
        }

        string? email = call.Filter("email");
        (List<AtlasCustomer> page, int total) = store.Query(customers =>
        {
            List<AtlasCustomer> found = [.. customers.Where(customer => string.IsNullOrEmpty(email) || customer.Email == email).Reverse()];
            return (found.Skip(offset.Value).Take(limit.Value).ToList(), found.Count);
        });
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. page.Select(customer => customer.ToJson())]),
            ["has_more"] = (long)offset + limit < total,
            ["total_count"] = total,
        }.Answer(200);
    }

    /// <summary>A number of the query; null, with an objection, when it is none that the database takes.</summary>
    private static int? Number(SimulatedCall call, string name, int otherwise)
    {
        if (call.Query(name) is not { Length: > 0 } text)
        {
            return otherwise;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        call.AddObjection($"'{name}' is not a number of zero or more");
        return null;
    }
}
