using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>A customer in Flowglad's words. Null means: null or absent. Source: Flowglad's server source, <c>db-core/schema/customers.ts</c>.</summary>
/// <remarks><see cref="ProviderData.AdditionalProperties"/> also holds what an answer has beside the customer, in its envelope, and nobody knew.</remarks>
public sealed record FlowgladCustomer : ProviderData
{
    /// <summary>The id, <c>cust_…</c>. No endpoint takes it.</summary>
    public string? Id { get; init; }

    /// <summary>When it was created: milliseconds since 1970; ISO 8601 before October 2025.</summary>
    public WireTimestamp? CreatedAt { get; init; }

    /// <summary>When it was last changed: milliseconds since 1970; ISO 8601 before October 2025.</summary>
    public WireTimestamp? UpdatedAt { get; init; }

    /// <summary>True for live data, false for test data; the API key decides.</summary>
    public bool? Livemode { get; init; }

    /// <summary>The account.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>What the numbers of the customer's invoices begin with.</summary>
    public string? InvoiceNumberBase { get; init; }

    /// <summary>Whether it was put away. There is no way back.</summary>
    public bool? Archived { get; init; }

    /// <summary>Where the customer's logo is.</summary>
    [JsonPropertyName("logoURL")]
    public string? LogoUrl { get; init; }

    /// <summary>Where the customer's icon is.</summary>
    [JsonPropertyName("iconURL")]
    public string? IconUrl { get; init; }

    /// <summary>The customer's domain.</summary>
    public string? Domain { get; init; }

    /// <summary>The billing address with its names, e-mail address and telephone number, as given in Flowglad's checkout. The API does not take it.</summary>
    public FlowgladBillingAddress? BillingAddress { get; init; }

    /// <summary>The application's identifier, and the only one that addresses the customer.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The Flowglad user that the customer belongs to.</summary>
    public string? UserId { get; init; }

    /// <summary>The catalog; the name that <see cref="PricingModelId"/> had until August 2025.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The pricing model, by which external ids are unique; the API key decides.</summary>
    public string? PricingModelId { get; init; }

    /// <summary>The subscription to the default plan. Only in the answer of a create, and only where there is such a plan.</summary>
    public JsonElement? Subscription { get; init; }

    /// <summary>The items of <see cref="Subscription"/>.</summary>
    public JsonElement? SubscriptionItems { get; init; }
}
