namespace BillingClients.Benchmarks.Providers;

/// <summary>Atlas's bodies as a hand-written call would have them.</summary>
internal static class AtlasWire
{
    internal sealed record NewCustomer
    {
        public string? Email { get; init; }

        public string? Name { get; init; }

        public string? Phone { get; init; }

        public string? Description { get; init; }

        public PostalAddress? BillingAddress { get; init; }

        public PostalAddress? ShippingAddress { get; init; }

        public bool? TaxExempt { get; init; }

        public List<TaxNumber>? TaxIds { get; init; }

        public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    }

    internal sealed record StoredCustomer
    {
        public string? Id { get; init; }

        public string? Object { get; init; }

        public string? Email { get; init; }

        public string? Name { get; init; }

        public string? Phone { get; init; }

        public string? Description { get; init; }

        public PostalAddress? BillingAddress { get; init; }

        public PostalAddress? ShippingAddress { get; init; }

        public string? DefaultPaymentMethod { get; init; }

        public bool TaxExempt { get; init; }

        public List<TaxNumber>? TaxIds { get; init; }

        public Dictionary<string, string>? Metadata { get; init; }

        public long Created { get; init; }
    }

    internal sealed record PostalAddress
    {
        public string? Line1 { get; init; }

        public string? Line2 { get; init; }

        public string? City { get; init; }

        public string? State { get; init; }

        public string? PostalCode { get; init; }

        public string? Country { get; init; }
    }

    internal sealed record TaxNumber
    {
        public string? Type { get; init; }

        public string? Value { get; init; }
    }

    internal sealed record Page
    {
        public List<StoredCustomer>? Data { get; init; }

        public bool HasMore { get; init; }

        public long TotalCount { get; init; }
    }
}
