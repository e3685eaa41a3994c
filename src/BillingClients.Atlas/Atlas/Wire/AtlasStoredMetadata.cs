namespace BillingClients.Wire;

/// <summary>Of a customer, the metadata only.</summary>
internal sealed class AtlasStoredMetadata
{
    public AtlasMetadata? Metadata { get; init; }
}
