namespace BillingClients.Benchmarks.Providers;

/// <summary>Flex's bodies as a hand-written call would have them.</summary>
internal static class FlexWire
{
    internal sealed record Envelope
    {
        public NewCustomer? Customer { get; init; }
    }

    internal sealed record NewCustomer
    {
        public string? FirstName { get; init; }

        public string? LastName { get; init; }

        public string? Email { get; init; }

        public string? Phone { get; init; }

        public PostalAddress? Shipping { get; init; }

        public string? Metadata { get; init; }
    }

    internal sealed record FoundCustomer
    {
        public StoredCustomer? Customer { get; init; }
    }

    internal sealed record StoredCustomer
    {
        public string? CustomerId { get; init; }

        public string? FirstName { get; init; }

        public string? LastName { get; init; }

        public string? Email { get; init; }

        public string? Phone { get; init; }

        public string? Employer { get; init; }

        public PostalAddress? Shipping { get; init; }

        public Dictionary<string, string>? Metadata { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public bool TestMode { get; init; }
    }

    internal sealed record PostalAddress
    {
        public string? ShippingAddressId { get; init; }

        public string? Line1 { get; init; }

        public string? Line2 { get; init; }

        public string? City { get; init; }

        public string? State { get; init; }

        public string? PostalCode { get; init; }

        public string? Country { get; init; }
    }

    internal sealed record Page
    {
        public List<StoredCustomer>? Customers { get; init; }
    }
}
