namespace BillingClients;

/// <summary>What only RunOnAtlas knows of a customer. Null means: do not send.</summary>
/// <remarks>Source: RunOnAtlas's API reference, <c>create-customer-with-default-plan-subscription</c> and <c>upsert-customer</c>.</remarks>
public sealed record RunOnAtlasCustomerFields : ProviderFields
{
    /// <summary>The customer's id at QuickBooks.</summary>
    public string? QuickBooksId { get; init; }

    /// <summary>The customer's id at Stripe.</summary>
    public string? StripeId { get; init; }
}
