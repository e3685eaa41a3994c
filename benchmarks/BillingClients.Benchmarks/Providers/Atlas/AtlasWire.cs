namespace BillingClients.Benchmarks.Providers;

/// <summary>Atlas's bodies as a hand-written call would have them.</summary>
internal static class AtlasWire
{
    internal sealed class NewCustomer
    {
        public string? Email { get; set; }

        public string? Name { get; set; }

        public string? Phone { get; set; }

        public string? Description { get; set; }

        public PostalAddress? BillingAddress { get; set; }

        public PostalAddress? ShippingAddress { get; set; }

        public bool? TaxExempt { get; set; }

        public List<TaxNumber>? TaxIds { get; set; }

        public IReadOnlyDictionary<string, string>? Metadata { get; set; }
    }

    internal sealed class StoredCustomer
    {
        public string? Id { get; set; }

        public string? Object { get; set; }

        public string? Email { get; set; }

        public string? Name { get; set; }

        public string? Phone { get; set; }

        public string? Description { get; set; }

        public PostalAddress? BillingAddress { get; set; }

        public PostalAddress? ShippingAddress { get; set; }

        public string? DefaultPaymentMethod { get; set; }

        public bool TaxExempt { get; set; }

        public List<TaxNumber>? TaxIds { get; set; }

        public Dictionary<string, string>? Metadata { get; set; }

        public long Created { get; set; }
    }

    internal sealed class PostalAddress
    {
        public string? Line1 { get; set; }

        public string? Line2 { get; set; }

        public string? City { get; set; }

        public string? State { get; set; }

        public string? PostalCode { get; set; }

        public string? Country { get; set; }
    }

    internal sealed class TaxNumber
    {
        public string? Type { get; set; }

        public string? Value { get; set; }
    }

    internal sealed class Page
    {
        public List<StoredCustomer>? Data { get; set; }

        public bool HasMore { get; set; }

        public long TotalCount { get; set; }
    }
}
