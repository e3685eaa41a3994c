using System.Text.Json;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A customer in RunOnAtlas's words. Null means: null or absent in the answer.</summary>
/// <remarks>Source: RunOnAtlas's API reference; where said, the types of its own client, <c>@runonatlas/core</c> 2.8.0.</remarks>
public sealed record RunOnAtlasCustomer : ProviderData
{
    /// <summary>The id; its form is not documented.</summary>
    public string? Id { get; init; }

    /// <summary>The account.</summary>
    public string? MerchantId { get; init; }

    /// <summary>When it was created; ISO 8601.</summary>
    public WireTimestamp? CreatedAt { get; init; }

    /// <summary>When it was last changed; ISO 8601.</summary>
    public WireTimestamp? UpdatedAt { get; init; }

    /// <summary>The application's identifier.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Billing address, line 1.</summary>
    public string? BillingAddress1 { get; init; }

    /// <summary>Billing address, line 2.</summary>
    public string? BillingAddress2 { get; init; }

    /// <summary>Billing city.</summary>
    public string? BillingCity { get; init; }

    /// <summary>Billing country.</summary>
    public string? BillingCountry { get; init; }

    /// <summary>Billing state.</summary>
    public string? BillingState { get; init; }

    /// <summary>Billing ZIP code, five digits or five and four.</summary>
    public string? BillingZipCode { get; init; }

    /// <summary>Shipping address, line 1.</summary>
    public string? ShippingAddress1 { get; init; }

    /// <summary>Shipping address, line 2.</summary>
    public string? ShippingAddress2 { get; init; }

    /// <summary>Shipping city.</summary>
    public string? ShippingCity { get; init; }

    /// <summary>Shipping country.</summary>
    public string? ShippingCountry { get; init; }

    /// <summary>Shipping state.</summary>
    public string? ShippingState { get; init; }

    /// <summary>Shipping ZIP code, five digits or five and four.</summary>
    public string? ShippingZipCode { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The customer's id at QuickBooks.</summary>
    public string? QuickBooksId { get; init; }

    /// <summary>The customer's id at Stripe.</summary>
    public string? StripeId { get; init; }

    /// <summary>Subscriptions in force. Like all that follows, in the answer of a create and of a get by external id only.</summary>
    public IReadOnlyList<RunOnAtlasSubscription>? ActiveSubscriptions { get; init; }

    /// <summary>Subscriptions to come.</summary>
    public IReadOnlyList<RunOnAtlasSubscription>? UpcomingSubscriptions { get; init; }

    /// <summary>What the customer may use under conditions.</summary>
    public IReadOnlyList<RunOnAtlasConditionalBillableAccess>? ConditionalBillableAccess { get; init; }

    /// <summary>Credits that the customer holds.</summary>
    public IReadOnlyList<RunOnAtlasCustomPricingUnit>? CustomPricingUnits { get; init; }

    /// <summary>Plans that are offered to this customer and not to all.</summary>
    public IReadOnlyList<RunOnAtlasPrivatePlan>? CustomerPrivatePlans { get; init; }

    /// <summary>Whether a trial may begin: true only for a customer who never had a paid or a trial subscription.</summary>
    public bool? IsEligibleForTrial { get; init; }

    /// <summary><c>active</c> or <c>inactive</c>. In the types of RunOnAtlas's own client only.</summary>
    public string? Status { get; init; }

    /// <summary>How the customer pays. In the types of RunOnAtlas's own client only.</summary>
    public string? PaymentMethod { get; init; }

    /// <summary>An object with <c>invoicing</c>, a text. In the types of RunOnAtlas's own client only.</summary>
    public JsonElement? Meta { get; init; }
}
