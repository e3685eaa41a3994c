namespace BillingClients;

/// <summary>Credits of one kind that a customer of RunOnAtlas holds. Null means: null or absent in the answer.</summary>
public sealed record RunOnAtlasCustomPricingUnit : ProviderData
{
    /// <summary>The kind of credits.</summary>
    public string? CustomPricingUnitId { get; init; }

    /// <summary>How many there are, in the kind's own units.</summary>
    public decimal? Balance { get; init; }
}
