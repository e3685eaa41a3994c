namespace BillingClients.Wire;

/// <summary>The metadata of a stored customer, and its id.</summary>
internal sealed class FlexStoredMetadata
{
    public string? CustomerId { get; init; }

    public FlexMetadata? Metadata { get; init; }
}
