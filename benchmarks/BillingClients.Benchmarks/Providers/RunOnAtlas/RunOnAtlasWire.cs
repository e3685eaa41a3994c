namespace BillingClients.Benchmarks.Providers;

/// <summary>RunOnAtlas's bodies as a hand-written call would have them.</summary>
internal static class RunOnAtlasWire
{
    internal sealed record NewCustomer
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
    }

    internal sealed record StoredCustomer
    {
        public string? Id { get; init; }

        public string? MerchantId { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset UpdatedAt { get; init; }

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

        public string? Status { get; init; }

        public bool IsEligibleForTrial { get; init; }
    }

    internal sealed record Page
    {
        public List<StoredCustomer>? Results { get; init; }

        public long Count { get; init; }

        public long Pages { get; init; }

        public long CurrentPage { get; init; }
    }
}
