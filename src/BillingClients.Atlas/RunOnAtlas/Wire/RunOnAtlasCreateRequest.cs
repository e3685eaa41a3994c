namespace BillingClients.Wire;

/// <summary>The body of <c>POST /external/customers</c>. Null is left out, and no text may be empty.</summary>
internal sealed class RunOnAtlasCreateRequest
{
    public string? ExternalId { get; init; }

    public string? BillingAddress1 { get; init; }

    public string? BillingAddress2 { get; init; }

    public string? BillingCity { get; init; }

    public string? BillingCountry { get; init; }

    public string? BillingState { get; init; }

    public string? BillingZipCode { get; init; }

    public string? ShippingAddress1 { get; init; }

    public string? ShippingAddress2 { get; init; }

    public string? ShippingCity { get; init; }

    public string? ShippingCountry { get; init; }

    public string? ShippingState { get; init; }

    public string? ShippingZipCode { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? QuickBooksId { get; init; }

    public string? StripeId { get; init; }
}
