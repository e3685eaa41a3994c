using BillingClients.Providers;

namespace BillingClients;

/// <summary>A subscription's plan in RunOnAtlas's words. Null means: null or absent in the answer.</summary>
public sealed record RunOnAtlasPlan : ProviderData
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary><c>available</c>, <c>archived</c>, <c>draft</c> or <c>deleted</c>. In the types of RunOnAtlas's own client.</summary>
    public string? Status { get; init; }

    /// <summary>The currency, such as <c>USD</c>.</summary>
    public string? Currency { get; init; }

    /// <summary><c>uponReceipt</c>, <c>net30</c>, <c>net60</c> or <c>net90</c>.</summary>
    public string? NetTerms { get; init; }

    /// <summary>Whether it is offered to chosen customers only.</summary>
    public bool? IsPrivate { get; init; }

    /// <summary>Whether it may begin with a trial. In the types of RunOnAtlas's own client.</summary>
    public bool? IsTrialAllowed { get; init; }

    /// <summary>Whether customers may buy it by themselves.</summary>
    public bool? Purchasable { get; init; }

    /// <summary>What stands in place of a price.</summary>
    public string? RequestPricingText { get; init; }

    /// <summary>The plan's id in test and live data alike.</summary>
    public string? CrossEnvironmentId { get; init; }

    /// <summary>The application's identifier of the plan. In the types of RunOnAtlas's own client.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The account.</summary>
    public string? MerchantId { get; init; }

    /// <summary>When it was created; ISO 8601.</summary>
    public WireTimestamp? CreatedAt { get; init; }

    /// <summary>When it was last changed; ISO 8601.</summary>
    public WireTimestamp? UpdatedAt { get; init; }
}
