namespace BillingClients.Wire;

/// <summary>Of a stored customer, the metadata alone.</summary>
internal sealed class FlexStoredMetadata
{
    public FlexMetadata? Metadata { get; init; }
}
