namespace BillingClients;

/// <summary>A plan that RunOnAtlas offers to one customer. Null means: null or absent in the answer.</summary>
public sealed record RunOnAtlasPrivatePlan : ProviderData
{
    /// <summary>The plan's id.</summary>
    public string? PlanId { get; init; }
}
