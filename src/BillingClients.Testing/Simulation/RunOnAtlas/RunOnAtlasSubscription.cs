using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>A subscription in force.</summary>
internal sealed record RunOnAtlasSubscription(string Id, RunOnAtlasPlan Plan, bool IsTrial, DateTimeOffset StartedAt)
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
        ["planId"] = Plan.Id,
        ["merchantId"] = RunOnAtlasSimulation.MerchantId,
        ["plan"] = Plan.ToJson(),
        ["billingCadence"] = "monthly",
        ["currency"] = "USD",
        ["endDate"] = null,
        ["netTerms"] = "net30",
        ["chargeForUsageBasedPricesDuringTrial"] = false,
    };
}
