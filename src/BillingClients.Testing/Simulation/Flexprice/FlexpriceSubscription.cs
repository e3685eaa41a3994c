using System.Globalization;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

/// <summary>An active monthly subscription of a customer.</summary>
internal sealed record FlexpriceSubscription(string Id, string CustomerId, DateTimeOffset StartedAt)
{
    public JsonObject ToJson()
    {
        string startedAt = StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = Id,
            ["customer_id"] = CustomerId,
            ["plan_id"] = "plan_01JD3Q0000000000000000000D",
            ["subscription_status"] = "active",
            ["billing_cadence"] = "RECURRING",
            ["billing_period"] = "MONTHLY",
            ["billing_period_count"] = 1,
            ["currency"] = "usd",
            ["start_date"] = startedAt,
            ["status"] = FlexpriceCustomer.Published,
            ["created_at"] = startedAt,
        };
    }
}
