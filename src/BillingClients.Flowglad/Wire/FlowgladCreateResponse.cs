using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Wire;

/// <summary>The answer of <c>POST /api/v1/customers</c>.</summary>
internal sealed class FlowgladCreateResponse
{
    public FlowgladCreateData? Data { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}

/// <summary>What a create made: the customer and, where the pricing model has a default plan, its subscription.</summary>
internal sealed class FlowgladCreateData
{
    public FlowgladCustomer? Customer { get; set; }

    public JsonElement? Subscription { get; set; }

    public JsonElement? SubscriptionItems { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
