using BillingClients;
using Refit;

namespace OwnEndpoints;

/// <summary>An endpoint of Flowglad that BillingClients does not model. Flowglad names it "Get Billing Details".</summary>
public interface IFlowgladBillingApi
{
    [Get("/api/v1/customers/{externalId}/billing")]
    Task<BillingDetails> GetAsync(string externalId, [Property] CallOptions? options = null, CancellationToken cancellationToken = default);
}
