using BillingClients;
using Refit;

namespace OwnEndpoints;

/// <summary>An endpoint of Flexprice that BillingClients does not model. Flexprice names it "Get Customer Subscriptions".</summary>
public interface IFlexpriceSubscriptionsApi
{
    [Get("/customers/external/{external_id}/subscriptions")]
    Task<SubscriptionPage> ListAsync(
        [AliasAs("external_id")] string externalId, [Property] CallOptions? options = null, CancellationToken cancellationToken = default);
}
