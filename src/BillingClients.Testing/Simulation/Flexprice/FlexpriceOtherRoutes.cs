using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>
/// Routes beside those of customers, for which a key can be mistaken. The simulation knows nothing of entitlements, usage and wallets, so their lists are
/// empty. Source: <c>internal/api/router.go</c> and <c>internal/api/dto/customer_entitlement.go</c>.
/// </summary>
internal sealed class FlexpriceOtherRoutes(FlexpriceStore store, FlexpriceAnswers answers)
{
    public static SimulatedAnswer Entitlements(SimulatedCall call) => EntitlementsOf(call.Route("id"));

    public SimulatedAnswer EntitlementsByExternalId(SimulatedCall call) => ByExternalId(call.Route("external_id"), EntitlementsOf);

    public SimulatedAnswer UsageOfCustomer(SimulatedCall call) => UsageOf(call.Route("id"));

    public SimulatedAnswer Usage(SimulatedCall call) => (call.Query("customer_id"), call.Query("customer_lookup_key")) switch
    {
        (_, { Length: > 0 } externalId) => ByExternalId(externalId, UsageOf),
        ({ Length: > 0 } id, _) => UsageOf(id),
        _ => answers.Invalid("Provide customer_id or customer_lookup_key"),
    };

    public static SimulatedAnswer WalletsOfCustomer(SimulatedCall call) => new JsonArray().Answer(200);

    public SimulatedAnswer Wallets(SimulatedCall call) => (call.Query("id"), call.Query("lookup_key")) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) => answers.Invalid("Please provide either 'id' or 'lookup_key', but not both."),
        ({ Length: > 0 } id, _) => WalletsOf(id),
        (_, { Length: > 0 } externalId) => ByExternalId(externalId, WalletsOf),
        _ => answers.Invalid("Please provide either id or lookup_key"),
    };

    // These, and the wallets of an id in the path, are read without looking for the customer.
    private static SimulatedAnswer EntitlementsOf(string id) =>
        new JsonObject { ["customer_id"] = id, ["subscriptions"] = new JsonArray(), ["features"] = new JsonArray() }.Answer(200);

    private SimulatedAnswer ByExternalId(string externalId, Func<string, SimulatedAnswer> answerFor) =>
        store.FindPublished(externalId) is { } customer ? answerFor(customer.Id) : answers.LookupKeyNotFound(externalId);

    private SimulatedAnswer UsageOf(string id) => store.Find(id) is null
        ? answers.CustomerNotFound(id)
        : new JsonObject { ["customer_id"] = id, ["features"] = new JsonArray(), ["period"] = null }.Answer(200);

    private SimulatedAnswer WalletsOf(string id) => store.Find(id) is null ? answers.CustomerNotFound(id) : new JsonArray().Answer(200);
}
