using System.Text.Json;

namespace BillingClients.Wire;

/// <summary>Of a stored customer, the metadata, of whatever type it is, and the id to tell whose it is.</summary>
internal sealed class AtlasStoredMetadata
{
    public string? Id { get; init; }

    public JsonElement? Metadata { get; init; }
}
