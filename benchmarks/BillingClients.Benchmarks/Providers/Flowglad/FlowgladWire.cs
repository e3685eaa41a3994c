using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Flowglad's bodies as a hand-written call would have them.</summary>
internal static class FlowgladWire
{
    internal sealed class Envelope
    {
        public NewCustomer? Customer { get; set; }
    }

    internal sealed class NewCustomer
    {
        public string? Email { get; set; }

        public string? Name { get; set; }

        public string? ExternalId { get; set; }

        public string? Domain { get; set; }
    }

    internal sealed class CreatedCustomer
    {
        public FoundCustomer? Data { get; set; }
    }

    internal sealed class FoundCustomer
    {
        public StoredCustomer? Customer { get; set; }
    }

    internal sealed class StoredCustomer
    {
        public string? Id { get; set; }

        public long CreatedAt { get; set; }

        public long UpdatedAt { get; set; }

        public bool Livemode { get; set; }

        public string? OrganizationId { get; set; }

        public string? Email { get; set; }

        public string? Name { get; set; }

        public string? InvoiceNumberBase { get; set; }

        public bool Archived { get; set; }

        [JsonPropertyName("logoURL")]
        public string? LogoUrl { get; set; }

        [JsonPropertyName("iconURL")]
        public string? IconUrl { get; set; }

        public string? Domain { get; set; }

        public PostalContact? BillingAddress { get; set; }

        public string? ExternalId { get; set; }

        public string? UserId { get; set; }

        public string? PricingModelId { get; set; }
    }

    internal sealed class PostalContact
    {
        public string? Name { get; set; }

        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public string? Phone { get; set; }

        public PostalAddress? Address { get; set; }
    }

    internal sealed class PostalAddress
    {
        public string? Line1 { get; set; }

        public string? Line2 { get; set; }

        public string? City { get; set; }

        public string? State { get; set; }

        [JsonPropertyName("postal_code")]
        public string? PostalCode { get; set; }

        public string? Country { get; set; }
    }

    internal sealed class Page
    {
        public List<StoredCustomer>? Data { get; set; }

        public string? NextCursor { get; set; }

        public bool HasMore { get; set; }

        public long Total { get; set; }
    }
}
