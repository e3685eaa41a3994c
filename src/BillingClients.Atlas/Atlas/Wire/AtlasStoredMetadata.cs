using System.Text.Json;

namespace BillingClients.Wire;

/// <summary>The metadata of a stored customer, of any JSON type, and the id of that customer.</summary>
internal sealed class AtlasStoredMetadata
{
    public string? Id { get; init; }

    public JsonElement? Metadata { get; init; }
}
