using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A plan to subscribe to, with nothing in it.</summary>
internal sealed record RunOnAtlasPlan(string Id, string Name, bool IsTrialAllowed)
{
    /// <summary>The only plan with a trial here.</summary>
    public static RunOnAtlasPlan Pro { get; } = new("d2a7c9b0-61f3-4e85-8b47-0f9e3a5c1d68", "Pro", IsTrialAllowed: true);

    public static RunOnAtlasPlan Free(string id) => new(id, "Free", IsTrialAllowed: false);

    /// <summary>The plan as a part of a subscription.</summary>
    public JsonObject ToJson()
    {
        JsonObject json = Common();
        json["createdAt"] = "2026-01-05T09:00:00.000Z";
        json["updatedAt"] = "2026-01-05T09:00:00.000Z";
        json["currency"] = "USD";
        json["netTerms"] = "net30";
        json["purchasable"] = true;
        json["requestPricingText"] = null;
        json["merchantId"] = RunOnAtlasSimulation.MerchantId;
        return json;
    }

    /// <summary>The plan as a part of the pricing model.</summary>
    public JsonObject ToPricingJson()
    {
        JsonObject json = Common();
        json["price"] = new JsonObject { ["price"] = 0 };
        json["prices"] = new JsonObject();
        json["entitlements"] = new JsonArray();
        return json;
    }

    private JsonObject Common() => new()
    {
        ["id"] = Id,
        ["crossEnvironmentId"] = $"{Id}-cross-env",
        ["isPrivate"] = false,
        ["name"] = Name,
        ["description"] = "A plan to begin with",
        ["status"] = "available",
        ["isTrialAllowed"] = IsTrialAllowed,
    };
}
