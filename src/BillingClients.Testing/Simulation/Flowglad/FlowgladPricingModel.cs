using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>
/// The one pricing model of the simulated organization: a free monthly plan, which the server gives to a new pricing model and to each new customer. Its
/// objects have every member that the server's OpenAPI document requires.
/// </summary>
internal static class FlowgladPricingModel
{
    public const string Id = "pricing_model_Qw2Er4Ty6";
    public const string OrganizationId = "org_Zx8Cv6Bn4";
    public const string PriceId = "price_Rt5Yu7Io9";
    public const string PlanName = "Free Plan";

    private const string ProductId = "prod_Mn3Bv5Cx7";
    private const string Slug = "free";

    private static readonly DateTimeOffset CreatedAt = new(2025, 10, 7, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The pricing model, or the catalog, as it was called before.</summary>
    public static JsonObject ToJson(FlowgladCustomer customer, FlowgladResponseShape shape)
    {
        JsonObject json = Record(customer.PricingModelId(shape), customer, shape);
        json["organizationId"] = OrganizationId;
        json["isDefault"] = true;
        json["name"] = "Default";
        json["products"] = new JsonArray((JsonNode)ProductJson(customer, shape));
        json["usageMeters"] = new JsonArray();
        return json;
    }

    public static JsonObject PriceJson(FlowgladCustomer customer, FlowgladResponseShape shape)
    {
        JsonObject json = Record(PriceId, customer, shape);
        json["type"] = "subscription";
        json["name"] = PlanName;
        json["slug"] = Slug;
        json["isDefault"] = true;
        json["active"] = true;
        json["unitPrice"] = 0;
        json["currency"] = "USD";
        json["intervalUnit"] = "month";
        json["intervalCount"] = 1;
        json["trialPeriodDays"] = null;
        json["usageEventsPerUnit"] = null;
        json["usageMeterId"] = null;
        json["productId"] = ProductId;
        json["pricingModelId"] = customer.PricingModelId(shape);
        return json;
    }

    private static JsonObject ProductJson(FlowgladCustomer customer, FlowgladResponseShape shape)
    {
        JsonObject json = Record(ProductId, customer, shape);
        json["organizationId"] = OrganizationId;
        json["pricingModelId"] = customer.PricingModelId(shape);
        json["name"] = PlanName;
        json["slug"] = Slug;
        json["description"] = "Default plan";
        json["imageURL"] = null;
        json["active"] = true;
        json["default"] = true;
        json["singularQuantityLabel"] = null;
        json["pluralQuantityLabel"] = null;
        json["prices"] = new JsonArray((JsonNode)PriceJson(customer, shape));
        json["defaultPrice"] = PriceJson(customer, shape);
        json["features"] = new JsonArray();
        return json;
    }

    private static JsonObject Record(string id, FlowgladCustomer customer, FlowgladResponseShape shape) => new()
    {
        ["id"] = id,
        ["createdAt"] = FlowgladMoment.Of(CreatedAt, shape),
        ["updatedAt"] = FlowgladMoment.Of(CreatedAt, shape),
        ["livemode"] = customer.Livemode,
    };
}
