using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>RunOnAtlas's endpoints that write customers or read one.</summary>
internal sealed class RunOnAtlasCustomers(RunOnAtlasStore store, RunOnAtlasAnswers answers, Func<RunOnAtlasPlan?> defaultPlan)
{
    public SimulatedAnswer Create(SimulatedCall call) =>
        WithBody(call, request => store.Create(request, defaultPlan()) is { } customer ? customer.ToExpandedJson().Answer(200) : answers.ExternalIdTaken());

    public SimulatedAnswer Upsert(SimulatedCall call) => WithBody(call, request => store.Upsert(request).ToJson().Answer(200));

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
        if (!call.TryReadJson(out JsonElement json))
        {
            return answers.NotJson();
        }

        if (RunOnAtlasCustomerRequest.Read(call, json) is not { } request)
        {
            return answers.Invalid("A field has the wrong type");
        }

        if (RunOnAtlasValidation.ProblemOf(request) is not { } problem)
        {
            return answer(request);
        }

        call.AddObjection(problem);
        return answers.Invalid(problem);
    }
}
