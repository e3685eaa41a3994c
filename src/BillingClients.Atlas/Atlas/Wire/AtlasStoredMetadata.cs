namespace BillingClients.Wire;

/// <summary>Of a stored customer, the metadata, and the id to tell whose it is.</summary>
internal sealed class AtlasStoredMetadata
{
    public string? Id { get; init; }

    public AtlasMetadata? Metadata { get; init; }
}
