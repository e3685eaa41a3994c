namespace BillingClients.Benchmarks.Providers;

/// <summary>Flex's bodies as a hand-written call would have them.</summary>
internal static class FlexWire
{
    internal sealed class Envelope
    {
        public NewCustomer? Customer { get; set; }
    }

    internal sealed class NewCustomer
    {
        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public PostalAddress? Shipping { get; set; }

        public string? Metadata { get; set; }
    }

    internal sealed class FoundCustomer
    {
        public StoredCustomer? Customer { get; set; }
    }

    internal sealed class StoredCustomer
    {
        public string? CustomerId { get; set; }

        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public string? Employer { get; set; }

        public PostalAddress? Shipping { get; set; }

        public Dictionary<string, string>? Metadata { get; set; }

        public DateTimeOffset CreatedAt { get; set; }

        public bool TestMode { get; set; }
    }

    internal sealed class PostalAddress
    {
        public string? ShippingAddressId { get; set; }

        public string? Line1 { get; set; }

        public string? Line2 { get; set; }

        public string? City { get; set; }

        public string? State { get; set; }

        public string? PostalCode { get; set; }

        public string? Country { get; set; }
    }

    internal sealed class Page
    {
        public List<StoredCustomer>? Customers { get; set; }
    }
}
