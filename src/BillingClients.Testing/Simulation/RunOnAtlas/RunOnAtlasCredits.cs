using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>Credits of one kind that a customer holds.</summary>
internal sealed record RunOnAtlasCredits(string CustomPricingUnitId, decimal Balance)
{
    public JsonObject ToJson() => new() { ["customPricingUnitId"] = CustomPricingUnitId, ["balance"] = Balance };

    /// <summary>The usage of these credits, none of which are used.</summary>
    public JsonObject UsageToJson() => new()
    {
        ["customPricingUnitId"] = CustomPricingUnitId,
        ["displayName"] = "API Calls",
        ["displayNameSingular"] = "API Call",
        ["shortName"] = "calls",
        ["totalAllocated"] = Balance,
        ["totalUsed"] = 0,
        ["remaining"] = Balance,
        ["nextExpiring"] = new JsonObject { ["amount"] = Balance, ["expiration"] = "2099-01-01T00:00:00.000Z" },
    };
}
