using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Credits of one kind that a customer holds.</summary>
internal sealed record RunOnAtlasCredits(string CustomPricingUnitId, decimal Balance)
{
    public JsonObject ToJson() => new() { ["customPricingUnitId"] = CustomPricingUnitId, ["balance"] = Balance };

    /// <summary>The usage of these credits, none of which are used.</summary>
    /// <param name="nextAmount">What the documents and the types of RunOnAtlas's own client call by different names.</param>
    public JsonObject UsageToJson(string nextAmount) => new()
    {
        ["customPricingUnitId"] = CustomPricingUnitId,
        ["displayName"] = "API Calls",
        ["displayNameSingular"] = "API Call",
        ["shortName"] = "calls",
        ["totalAllocated"] = Balance,
        ["totalUsed"] = 0,
        ["remaining"] = Balance,
        ["nextExpiring"] = new JsonObject { [nextAmount] = Balance, ["expiration"] = "2099-01-01T00:00:00.000Z" },
    };
}
