using BillingClients.Providers;

namespace BillingClients;

/// <summary>A subscription in RunOnAtlas's words. Null means: null or absent in the answer.</summary>
public sealed record RunOnAtlasSubscription : ProviderData
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary><c>draft</c>, <c>pendingActivation</c>, <c>active</c>, <c>ended</c> or <c>deleted</c>.</summary>
    public string? Status { get; init; }

    /// <summary>When it begins; ISO 8601.</summary>
    public WireTimestamp? StartDate { get; init; }

    /// <summary>When it ends; ISO 8601. Null for no end.</summary>
    public WireTimestamp? EndDate { get; init; }

    /// <summary>When it was created; ISO 8601.</summary>
    public WireTimestamp? CreatedAt { get; init; }

    /// <summary>When it was last changed; ISO 8601.</summary>
    public WireTimestamp? UpdatedAt { get; init; }

    /// <summary>Whether it is a trial.</summary>
    public bool? IsTrial { get; init; }

    /// <summary>Whether prices by usage are charged during the trial.</summary>
    public bool? ChargeForUsageBasedPricesDuringTrial { get; init; }

    /// <summary>Whether the customer may change it.</summary>
    public bool? AllowCustomerChanges { get; init; }

    /// <summary>Whether its invoices are charged by themselves.</summary>
    public bool? AutoChargeInvoice { get; init; }

    /// <summary>Whether its invoices are passed on to the payment gateway by themselves.</summary>
    public bool? AutoSyncInvoice { get; init; }

    /// <summary>Whether the payment gateway sends its invoices by e-mail.</summary>
    public bool? AutoSendInvoice { get; init; }

    /// <summary><c>Stripe</c> or <c>QuickBooks</c>.</summary>
    public string? PaymentGateway { get; init; }

    /// <summary><c>oneTime</c>, <c>monthly</c>, <c>quarterly</c> or <c>annually</c>.</summary>
    public string? BillingCadence { get; init; }

    /// <summary>The currency, such as <c>USD</c>.</summary>
    public string? Currency { get; init; }

    /// <summary><c>uponReceipt</c>, <c>net30</c>, <c>net60</c> or <c>net90</c>.</summary>
    public string? NetTerms { get; init; }

    /// <summary>The customer's id.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The plan's id.</summary>
    public string? PlanId { get; init; }

    /// <summary>The account.</summary>
    public string? MerchantId { get; init; }

    /// <summary>The plan.</summary>
    public RunOnAtlasPlan? Plan { get; init; }
}
