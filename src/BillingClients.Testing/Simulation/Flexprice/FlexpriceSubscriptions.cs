using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>
/// The subscriptions of a customer. Source: docs.flexprice.io, <c>api-reference/customers/get-subscriptions-for-customer-by-external-id</c>. The envelope is that
/// of the other lists, and the fields are the first of <c>api-reference/subscriptions</c>: the answer on the customer's own page was not seen.
/// </summary>
internal sealed class FlexpriceSubscriptions(FlexpriceStore store, FlexpriceAnswers answers)
{
    public SimulatedAnswer List(SimulatedCall call)
    {
        call.ExpectQuery();
        string externalId = call.Route("external_id");
        return store.FindPublished(externalId) is { } customer ? Ok(store.SubscriptionsOf(customer.Id)) : answers.LookupKeyNotFound(externalId);
    }

    private static SimulatedAnswer Ok(IReadOnlyList<FlexpriceSubscription> subscriptions) => FlexpriceAnswers.Page(
        [.. subscriptions.Select(static subscription => subscription.ToJson())], subscriptions.Count, FlexpriceSearch.DefaultLimit, offset: 0);
}
