namespace BillingClients.Wire;

/// <summary>Of a stored customer, the metadata, and the id to tell whose it is.</summary>
internal sealed class FlexStoredMetadata
{
    public string? CustomerId { get; init; }

    public FlexMetadata? Metadata { get; init; }
}
