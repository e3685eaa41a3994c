using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingClients.Testing;

internal static class FlexpriceIntegration
{
    /// <summary>An entity mapping as given, with an id, and the customer as its entity unless it names another.</summary>
    public static JsonObject ToJson(FlexpriceCustomer customer, JsonElement mapping, int index)
    {
        var json = new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"eim_{customer.Id["cust_".Length..]}_{index}"),
            ["entity_id"] = customer.Id,
            ["entity_type"] = "customer",
        };
        foreach (JsonProperty member in mapping.EnumerateObject())
        {
            json[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        return json;
    }
}
