using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A customer's subscription to the free plan, which never changes. It has every member that the server's OpenAPI document requires.</summary>
internal static class FlowgladSubscription
{
    /// <summary>The subscription in the answer of a create.</summary>
    public static JsonObject ToJson(FlowgladCustomer customer, FlowgladResponseShape shape)
    {
        JsonObject json = Record(customer.SubscriptionId, customer, shape);
        json["customerId"] = customer.Id;
        json["organizationId"] = FlowgladPricingModel.OrganizationId;
        json["pricingModelId"] = customer.PricingModelId(shape);
        json["priceId"] = FlowgladPricingModel.PriceId;
        json["name"] = $"{FlowgladPricingModel.PlanName} Subscription";
        json["status"] = "active";
        json["current"] = true;
        json["isFreePlan"] = true;
        json["doNotCharge"] = false;
        json["renews"] = true;
        json["interval"] = "month";
        json["intervalCount"] = 1;
        json["startDate"] = FlowgladMoment.Of(customer.CreatedAt, shape);
        json["billingCycleAnchorDate"] = FlowgladMoment.Of(customer.CreatedAt, shape);
        json["currentBillingPeriodStart"] = FlowgladMoment.Of(customer.CreatedAt, shape);
        json["currentBillingPeriodEnd"] = FlowgladMoment.Of(customer.CreatedAt.AddMonths(1), shape);
        json["runBillingAtPeriodStart"] = true;
        json["trialEnd"] = null;
        json["canceledAt"] = null;
        json["cancelScheduledAt"] = null;
        json["cancellationReason"] = null;
        json["scheduledAdjustmentAt"] = null;
        json["replacedBySubscriptionId"] = null;
        json["defaultPaymentMethodId"] = null;
        json["backupPaymentMethodId"] = null;
        json["metadata"] = null;
        return json;
    }

    /// <summary>The subscription in billing details: with its items, their prices, and what the plan gives.</summary>
    public static JsonObject ToDetails(FlowgladCustomer customer, FlowgladResponseShape shape)
    {
        JsonObject item = ItemJson(customer, shape);
        item["price"] = FlowgladPricingModel.PriceJson(customer, shape);
        JsonObject json = ToJson(customer, shape);
        json["subscriptionItems"] = new JsonArray((JsonNode)item);
        json["experimental"] = new JsonObject { ["featureItems"] = new JsonArray(), ["usageMeterBalances"] = new JsonArray() };
        return json;
    }

    public static JsonObject ItemJson(FlowgladCustomer customer, FlowgladResponseShape shape)
    {
        JsonObject json = Record($"si_{customer.SubscriptionId["sub_".Length..]}", customer, shape);
        json["subscriptionId"] = customer.SubscriptionId;
        json["pricingModelId"] = customer.PricingModelId(shape);
        json["priceId"] = FlowgladPricingModel.PriceId;
        json["name"] = FlowgladPricingModel.PlanName;
        json["type"] = "static";
        json["unitPrice"] = 0;
        json["quantity"] = 1;
        json["addedDate"] = FlowgladMoment.Of(customer.CreatedAt, shape);
        json["expiredAt"] = null;
        json["externalId"] = null;
        json["manuallyCreated"] = false;
        json["metadata"] = null;
        return json;
    }

    private static JsonObject Record(string id, FlowgladCustomer customer, FlowgladResponseShape shape) => new()
    {
        ["id"] = id,
        ["createdAt"] = FlowgladMoment.Of(customer.CreatedAt, shape),
        ["updatedAt"] = FlowgladMoment.Of(customer.CreatedAt, shape),
        ["livemode"] = customer.Livemode,
    };
}
