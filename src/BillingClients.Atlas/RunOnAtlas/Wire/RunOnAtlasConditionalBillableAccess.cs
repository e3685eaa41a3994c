using BillingClients.Providers;

namespace BillingClients;

/// <summary>What a customer of RunOnAtlas may use under conditions. Null means: null or absent in the answer.</summary>
public sealed record RunOnAtlasConditionalBillableAccess : ProviderData
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>When it was last changed; ISO 8601.</summary>
    public WireTimestamp? UpdatedAt { get; init; }

    /// <summary>The account.</summary>
    public string? MerchantId { get; init; }

    /// <summary>What is used.</summary>
    public string? BillableId { get; init; }

    /// <summary>The subscription that it comes with.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The customer's id.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Whether it may be used now.</summary>
    public bool? Access { get; init; }

    /// <summary>How much was used, in the billable's own units; null where nothing is counted.</summary>
    public decimal? CurrentUsage { get; init; }
}
