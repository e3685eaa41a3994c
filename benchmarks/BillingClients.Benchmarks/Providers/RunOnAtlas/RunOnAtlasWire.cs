namespace BillingClients.Benchmarks.Providers;

/// <summary>RunOnAtlas's bodies as a hand-written call would have them.</summary>
internal static class RunOnAtlasWire
{
    internal sealed class NewCustomer
    {
        public string? ExternalId { get; set; }

        public string? BillingAddress1 { get; set; }

        public string? BillingAddress2 { get; set; }

        public string? BillingCity { get; set; }

        public string? BillingCountry { get; set; }

        public string? BillingState { get; set; }

        public string? BillingZipCode { get; set; }

        public string? ShippingAddress1 { get; set; }

        public string? ShippingAddress2 { get; set; }

        public string? ShippingCity { get; set; }

        public string? ShippingCountry { get; set; }

        public string? ShippingState { get; set; }

        public string? ShippingZipCode { get; set; }

        public string? Email { get; set; }

        public string? Name { get; set; }
    }

    internal sealed class StoredCustomer
    {
        public string? Id { get; set; }

        public string? MerchantId { get; set; }

        public DateTimeOffset CreatedAt { get; set; }

        public DateTimeOffset UpdatedAt { get; set; }

        public string? ExternalId { get; set; }

        public string? BillingAddress1 { get; set; }

        public string? BillingAddress2 { get; set; }

        public string? BillingCity { get; set; }

        public string? BillingCountry { get; set; }

        public string? BillingState { get; set; }

        public string? BillingZipCode { get; set; }

        public string? ShippingAddress1 { get; set; }

        public string? ShippingAddress2 { get; set; }

        public string? ShippingCity { get; set; }

        public string? ShippingCountry { get; set; }

        public string? ShippingState { get; set; }

        public string? ShippingZipCode { get; set; }

        public string? Email { get; set; }

        public string? Name { get; set; }

        public string? QuickBooksId { get; set; }

        public string? StripeId { get; set; }

        public string? Status { get; set; }

        public bool IsEligibleForTrial { get; set; }
    }

    internal sealed class Page
    {
        public List<StoredCustomer>? Results { get; set; }

        public long Count { get; set; }

        public long Pages { get; set; }

        public long CurrentPage { get; set; }
    }
}
