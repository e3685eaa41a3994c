using System.Text.Json.Serialization;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>
/// A customer in Atlas's words. Null means: null or absent in the answer. Source: docs.atlaspay.cc, <c>api-reference/customers</c>, and Atlas's server source,
/// <c>functions/customers/index.ts</c>.
/// </summary>
public sealed record AtlasCustomer : ProviderData
{
    /// <summary>The id: <c>cus_…</c> in the documentation, a UUID in the server source. Opaque.</summary>
    public string? Id { get; init; }

    /// <summary><c>customer</c>.</summary>
    [JsonPropertyName("object")]
    public string? ObjectType { get; init; }

    /// <summary>The e-mail address, which no other customer of the account has.</summary>
    public string? Email { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The telephone number.</summary>
    public string? Phone { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>The address on the invoice.</summary>
    public AtlasAddress? BillingAddress { get; init; }

    /// <summary>Where goods go.</summary>
    public AtlasAddress? ShippingAddress { get; init; }

    /// <summary>The only address in some pages of the documentation; null where there are two. Taken for the billing address when that is absent.</summary>
    public AtlasAddress? Address { get; init; }

    /// <summary>The payment method that is charged by default. Set by <see cref="AtlasCustomerFields.DefaultPaymentMethod"/>.</summary>
    public string? DefaultPaymentMethod { get; init; }

    /// <summary>Whether no tax is charged; Atlas says false when it was not told.</summary>
    public bool? TaxExempt { get; init; }

    /// <summary>Tax numbers; empty when there are none.</summary>
    public IReadOnlyList<AtlasTaxId?>? TaxIds { get; init; }

    /// <summary>The application's own keys and values, the external id among them as <c>external_id</c>.</summary>
    public CustomerMetadata? Metadata { get; init; }

    /// <summary>When it was created; whole seconds since 1970.</summary>
    public WireTimestamp? Created { get; init; }
}
