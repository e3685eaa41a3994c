using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Wire;

/// <summary>The answer of <c>POST /api/v1/customers</c>.</summary>
internal sealed class FlowgladCreateResponse
{
    public FlowgladCreateData? Data { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? UnknownFields { get; set; }
}
