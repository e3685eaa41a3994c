using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>
/// What RunOnAtlas's own client asks for around customers: the account, which it reads at its start; what it reports; credits; and the payment method. The
/// bodies are the least that its types and the documents have.
/// </summary>
internal sealed class RunOnAtlasAccount(RunOnAtlasStore store, RunOnAtlasAnswers answers, Func<RunOnAtlasPlan?> defaultPlan)
{
    public SimulatedAnswer Merchant(SimulatedCall call)
    {
        call.ExpectQuery();
        var json = new JsonObject { ["mode"] = "test", ["isStripeConfigured"] = true, ["trialDurationInDays"] = 14 };
        if (defaultPlan() is { } plan)
        {
            json["defaultPlanId"] = plan.Id;
        }

        return json.Answer(200);
    }

    /// <summary>The plans that customers are subscribed to here, without anything in them.</summary>
    public SimulatedAnswer PricingModel(SimulatedCall call)
    {
        call.ExpectQuery();
        return new JsonObject
        {
            ["plans"] = new JsonArray([.. Plans().Select(plan => plan.ToPricingJson())]),
            ["entitlements"] = new JsonArray(),
            ["customPricingUnits"] = new JsonArray(),
        }.Answer(200);
    }

    /// <summary>Takes a report of versions, features or events.</summary>
    public SimulatedAnswer TakeReport(SimulatedCall call)
    {
        call.ExpectQuery();
        return call.TryReadJson(out _) ? new JsonObject().Answer(200) : answers.NotJson();
    }

    public SimulatedAnswer CreditUsage(SimulatedCall call)
    {
        call.ExpectQuery();
        if (store.Find(call.Route("id")) is not { } customer)
        {
            return answers.CustomerNotFound();
        }

        RunOnAtlasCredits? credits = customer.Credits.FirstOrDefault(candidate => candidate.CustomPricingUnitId == call.Route("unit"));
        return credits is null ? answers.CustomPricingUnitNotFound() : credits.UsageToJson().Answer(200);
    }

    public SimulatedAnswer PaymentMethod(SimulatedCall call)
    {
        call.ExpectQuery();
        return !call.TryReadJson(out _) ? answers.NotJson()
            : store.FindByExternalId(call.Route("externalId")) is null ? answers.CustomerNotFound()
            : CheckoutSession().Answer(200);
    }

    private static JsonObject CheckoutSession() => new()
    {
        ["id"] = "cs_test_simulated",
        ["object"] = "checkout.session",
        ["mode"] = "setup",
        ["status"] = "open",
        ["url"] = "https://checkout.example/cs_test_simulated",
    };

    private IEnumerable<RunOnAtlasPlan> Plans() => defaultPlan() is { } plan ? [plan, RunOnAtlasPlan.Pro] : [RunOnAtlasPlan.Pro];
}
