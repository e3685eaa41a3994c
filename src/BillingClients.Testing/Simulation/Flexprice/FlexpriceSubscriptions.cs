using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>
/// The subscriptions of a customer. Source: docs.flexprice.io, <c>api-reference/customers/get-subscriptions-for-customer-by-external-id</c>. Its answer was not
/// seen: the envelope is that of Flexprice's other lists, and the fields are some of those in <c>api-reference/subscriptions</c>.
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
