using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Flowglad's endpoints for one customer. The path's parameter is always the external id.</summary>
internal sealed class FlowgladCustomers(FlowgladStore store, FlowgladAnswers answers, Func<FlowgladResponseShape> shape)
{
    public SimulatedAnswer Create(SimulatedCall call)
    {
        call.ExpectQuery();
        if (!call.TryReadJson(out JsonElement body))
        {
            return answers.InvalidJson();
        }

        var issues = new FlowgladIssues();
        FlowgladCustomerRequest? request = FlowgladCustomerRequest.ReadCreate(call, body, issues);
        if (request is null || issues.Any)
        {
            return Refuse(call, issues);
        }

        if (!store.TryCreate(request, FlowgladKey.IsLive(call), out FlowgladCustomer customer))
        {
            return answers.AlreadyExists();
        }

        var data = new JsonObject { ["customer"] = customer.ToJson(shape()) };
        if (shape() == FlowgladResponseShape.Current)
        {
            data["subscription"] = FlowgladSubscription.ToJson(customer, shape());
            data["subscriptionItems"] = new JsonArray((JsonNode)FlowgladSubscription.ItemJson(customer, shape()));
        }

        return new JsonObject { ["data"] = data }.Answer(200);
    }

    public SimulatedAnswer Retrieve(SimulatedCall call)
    {
        call.ExpectQuery();
        return store.Find(ExternalId(call)) is { } customer ? Ok(customer) : NotFound(call);
    }

    public SimulatedAnswer Update(SimulatedCall call)
    {
        call.ExpectQuery();
        if (!call.TryReadJson(out JsonElement body))
        {
            return answers.InvalidJson();
        }

        var issues = new FlowgladIssues();
        FlowgladCustomerRequest? request = FlowgladCustomerRequest.ReadUpdate(call, body, issues);
        if (request is null || issues.Any)
        {
            return Refuse(call, issues);
        }

        return store.Find(ExternalId(call)) is { } customer && store.Update(customer.Id, request.ApplyTo) is { } changed ? Ok(changed) : NotFound(call);
    }

    /// <summary>Archives; a customer that is archived already is answered as it is.</summary>
    public SimulatedAnswer Archive(SimulatedCall call)
    {
        call.ExpectQuery();
        if (!call.TryReadJson(out _))
        {
            return answers.InvalidJson();
        }

        return store.FindEvenArchived(ExternalId(call)) switch
        {
            null => NotFound(call),
            { Archived: true } archived => Ok(archived),
            { } customer => store.Update(customer.Id, static stored => stored with { Archived = true }) is { } changed ? Ok(changed) : NotFound(call),
        };
    }

    public SimulatedAnswer Billing(SimulatedCall call)
    {
        call.ExpectQuery();
        return store.Find(ExternalId(call)) is { } customer ? Billing(customer, shape()).Answer(200) : NotFound(call);
    }

    public SimulatedAnswer UsageBalances(SimulatedCall call)
    {
        call.ExpectQuery("subscriptionId");
        if (store.Find(ExternalId(call)) is not { } customer)
        {
            return NotFound(call);
        }

        return call.Query("subscriptionId") is { } id && id != customer.SubscriptionId
            ? answers.SubscriptionNotFound(id, customer.ExternalId)
            : new JsonObject { ["usageMeterBalances"] = new JsonArray() }.Answer(200);
    }

    private static JsonObject Billing(FlowgladCustomer customer, FlowgladResponseShape shape) => new()
    {
        ["customer"] = customer.ToJson(shape),
        ["subscriptions"] = new JsonArray((JsonNode)FlowgladSubscription.ToDetails(customer, shape)),
        ["invoices"] = new JsonArray(),
        ["paymentMethods"] = new JsonArray(),
        ["purchases"] = new JsonArray(),
        ["currentSubscriptions"] = new JsonArray((JsonNode)FlowgladSubscription.ToDetails(customer, shape)),
        ["currentSubscription"] = FlowgladSubscription.ToDetails(customer, shape),
        ["catalog"] = FlowgladPricingModel.ToJson(customer, shape),
        ["pricingModel"] = FlowgladPricingModel.ToJson(customer, shape),
        ["billingPortalUrl"] = "https://app.flowglad.com/billing-portal/example",
    };

    private static string ExternalId(SimulatedCall call) => call.Route("externalId");

    private SimulatedAnswer Ok(FlowgladCustomer customer) => new JsonObject { ["customer"] = customer.ToJson(shape()) }.Answer(200);

    private SimulatedAnswer NotFound(SimulatedCall call) => answers.CustomerNotFound(ExternalId(call));

    private SimulatedAnswer Refuse(SimulatedCall call, FlowgladIssues issues)
    {
        call.AddObjection($"invalid: {issues.Summary}");
        return answers.Invalid(issues);
    }
}
