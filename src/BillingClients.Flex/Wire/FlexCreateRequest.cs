namespace BillingClients.Wire;

/// <summary>The body of <c>POST /v1/customers</c>, inside <c>customer</c>. Null is left out.</summary>
internal sealed class FlexCreateRequest
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? Employer { get; init; }

    public FlexShippingRequest? Shipping { get; init; }

    public string? CheckoutSessionId { get; init; }

    public FlexMetadata? Metadata { get; init; }
}
