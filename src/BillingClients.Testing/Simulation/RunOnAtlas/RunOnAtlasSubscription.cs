using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A subscription in force.</summary>
internal sealed record RunOnAtlasSubscription(string Id, string PlanId, bool IsTrial, DateTimeOffset StartedAt)
{
    public JsonObject ToJson(string customerId) => new()
    {
        ["createdAt"] = RunOnAtlasTime.Write(StartedAt),
        ["id"] = Id,
        ["startDate"] = RunOnAtlasTime.Write(StartedAt),
        ["status"] = "active",
        ["updatedAt"] = RunOnAtlasTime.Write(StartedAt),
        ["allowCustomerChanges"] = true,
        ["autoChargeInvoice"] = false,
        ["autoSyncInvoice"] = true,
        ["autoSendInvoice"] = true,
        ["paymentGateway"] = "Stripe",
        ["isTrial"] = IsTrial,
        ["customerId"] = customerId,
        ["planId"] = PlanId,
        ["merchantId"] = RunOnAtlasSimulation.MerchantId,
        ["plan"] = new JsonObject
        {
            ["createdAt"] = "2026-01-05T09:00:00.000Z",
            ["crossEnvironmentId"] = $"{PlanId}-cross-env",
            ["currency"] = "USD",
            ["description"] = "What everybody starts with",
            ["id"] = PlanId,
            ["isPrivate"] = false,
            ["name"] = IsTrial ? "Pro" : "Free",
            ["netTerms"] = "net30",
            ["purchasable"] = true,
            ["requestPricingText"] = null,
            ["status"] = "available",
            ["merchantId"] = RunOnAtlasSimulation.MerchantId,
            ["isTrialAllowed"] = IsTrial,
        },
        ["billingCadence"] = "monthly",
        ["currency"] = "USD",
        ["endDate"] = null,
        ["netTerms"] = "net30",
        ["chargeForUsageBasedPricesDuringTrial"] = false,
    };
}
