using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>RunOnAtlas's endpoints that write customers or read one.</summary>
internal sealed class RunOnAtlasCustomers(RunOnAtlasStore store, RunOnAtlasAnswers answers, Func<RunOnAtlasPlan?> defaultPlan)
{
    public SimulatedAnswer Create(SimulatedCall call) =>
        WithBody(call, request => store.Create(request, defaultPlan()) is { } customer ? customer.ToExpandedJson().Answer(200) : answers.ExternalIdTaken());

    public SimulatedAnswer Upsert(SimulatedCall call) => WithBody(call, request => store.Upsert(request).ToJson().Answer(200));

    /// <summary>All or none: nothing is stored when one of them is invalid.</summary>
    public SimulatedAnswer BulkUpsert(SimulatedCall call)
    {
        call.ExpectQuery();
        if (!call.TryReadJson(out JsonElement json))
        {
            return answers.NotJson();
        }

        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0)
        {
            return Refuse(call, "The body must be an array with at least 1 customer");
        }

        List<RunOnAtlasCustomerRequest> requests = [];
        foreach (JsonElement item in json.EnumerateArray())
        {
            if (Check(call, item, out RunOnAtlasCustomerRequest? request) is { } refusal)
            {
                return refusal;
            }

            requests.Add(request!);
        }

        return new JsonArray([.. requests.Select(request => store.Upsert(request).ToJson())]).Answer(200);
    }

    public SimulatedAnswer Retrieve(SimulatedCall call)
    {
        call.ExpectQuery();
        return store.Find(call.Route("id")) is { } customer ? customer.ToJson().Answer(200) : answers.CustomerNotFound();
    }

    public SimulatedAnswer RetrieveExpanded(SimulatedCall call)
    {
        call.ExpectQuery();
        return store.FindByExternalId(call.Route("externalId")) is { } customer ? customer.ToExpandedJson().Answer(200) : answers.CustomerNotFound();
    }

    /// <summary>The route of RunOnAtlas's own client, whose types have a status.</summary>
    public SimulatedAnswer RetrieveForOwnClient(SimulatedCall call)
    {
        call.ExpectQuery();
        if (store.FindByExternalId(call.Route("externalId")) is not { } customer)
        {
            return answers.CustomerNotFound();
        }

        JsonObject json = customer.ToExpandedJson();
        json["status"] = "active";
        return json.Answer(200);
    }

    private SimulatedAnswer WithBody(SimulatedCall call, Func<RunOnAtlasCustomerRequest, SimulatedAnswer> answer)
    {
        call.ExpectQuery();
        return !call.TryReadJson(out JsonElement json) ? answers.NotJson()
            : Check(call, json, out RunOnAtlasCustomerRequest? request) ?? answer(request!);
    }

    private SimulatedAnswer? Check(SimulatedCall call, JsonElement json, out RunOnAtlasCustomerRequest? request)
    {
        request = RunOnAtlasCustomerRequest.Read(call, json);
        return request is null ? answers.Invalid("A field has the wrong type")
            : RunOnAtlasValidation.ProblemOf(request) is { } problem ? Refuse(call, problem)
            : null;
    }

    private SimulatedAnswer Refuse(SimulatedCall call, string problem)
    {
        call.Object(problem);
        return answers.Invalid(problem);
    }
}
