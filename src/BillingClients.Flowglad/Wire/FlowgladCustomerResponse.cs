using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Wire;

/// <summary>The answer of a read, an update and an archive: without the <c>data</c> that a create has.</summary>
internal sealed class FlowgladCustomerResponse
{
    public FlowgladCustomer? Customer { get; set; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }
}
