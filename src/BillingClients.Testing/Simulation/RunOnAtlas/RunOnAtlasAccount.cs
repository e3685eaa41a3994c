using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>
/// What RunOnAtlas's own client asks for around customers: the account, which it reads at its start; what it reports; credits; and the payment method. The bodies are the
/// least that its types and the documents have.
/// </summary>
internal sealed class RunOnAtlasAccount(RunOnAtlasStore store, RunOnAtlasAnswers answers, Func<string?> defaultPlanId)
{
    public SimulatedAnswer Merchant(SimulatedCall call)
    {
        call.ExpectQuery();
        var json = new JsonObject { ["mode"] = "test", ["isStripeConfigured"] = true, ["trialDurationInDays"] = 14 };
        if (defaultPlanId() is { } planId)
        {
            json["defaultPlanId"] = planId;
        }

        return json.Answer(200);
    }

    public static SimulatedAnswer PricingModel(SimulatedCall call)
    {
        call.ExpectQuery();
        return new JsonObject { ["plans"] = new JsonArray(), ["entitlements"] = new JsonArray(), ["customPricingUnits"] = new JsonArray() }.Answer(200);
    }

    /// <summary>Takes a report of versions, features or events.</summary>
    public SimulatedAnswer TakeReport(SimulatedCall call)
    {
        call.ExpectQuery();
        return call.TryReadJson(out _) ? new JsonObject().Answer(200) : answers.NotJson();
    }

    /// <summary>The documented route: by external id.</summary>
    public SimulatedAnswer Usage(SimulatedCall call) => Usage(call, store.FindByExternalId(call.Route("externalId")), "amountRemaining");

    /// <summary>The route of RunOnAtlas's own client: by id.</summary>
    public SimulatedAnswer CreditUsage(SimulatedCall call) => Usage(call, store.Find(call.Route("id")), "amount");

    public SimulatedAnswer PaymentMethod(SimulatedCall call)
    {
        call.ExpectQuery();
        return !call.TryReadJson(out _) ? answers.NotJson()
            : store.FindByExternalId(call.Route("externalId")) is null ? answers.CustomerNotFound()
            : new JsonObject { ["id"] = "cs_test_simulated", ["object"] = "checkout.session", ["mode"] = "setup", ["url"] = "https://checkout.example/cs_test_simulated" }.Answer(200);
    }

    private SimulatedAnswer Usage(SimulatedCall call, RunOnAtlasCustomer? customer, string nextAmount)
    {
        call.ExpectQuery();
        return customer is null ? answers.CustomerNotFound()
            : customer.Credits.FirstOrDefault(credits => credits.CustomPricingUnitId == call.Route("unit")) is not { } found ? answers.CustomPricingUnitNotFound()
            : found.UsageToJson(nextAmount).Answer(200);
    }
}
