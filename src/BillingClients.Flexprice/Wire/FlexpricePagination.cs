namespace BillingClients.Wire;

/// <summary>Where a page stands in its list.</summary>
internal sealed class FlexpricePagination
{
    public long? Total { get; init; }

    public long? Limit { get; init; }

    /// <summary>The offset of the <em>next</em> page: Flexprice adds the limit to the offset that was asked for.</summary>
    public long? Offset { get; init; }
}
