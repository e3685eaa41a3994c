using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingClients.Wire;

/// <summary>Metadata with its values as they are, so that what was read can be sent back: a number stays a number.</summary>
internal sealed class AtlasMetadata
{
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Entries { get; set; }
}
