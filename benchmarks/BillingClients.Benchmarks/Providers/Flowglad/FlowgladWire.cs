using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Flowglad's bodies as a hand-written call would have them.</summary>
internal static class FlowgladWire
{
    internal sealed record Envelope
    {
        public NewCustomer? Customer { get; init; }
    }

    internal sealed record NewCustomer
    {
        public string? Email { get; init; }

        public string? Name { get; init; }

        public string? ExternalId { get; init; }

        public string? Domain { get; init; }
    }

    internal sealed record CreatedCustomer
    {
        public FoundCustomer? Data { get; init; }
    }

    internal sealed record FoundCustomer
    {
        public StoredCustomer? Customer { get; init; }
    }

    internal sealed record StoredCustomer
    {
        public string? Id { get; init; }

        public long CreatedAt { get; init; }

        public long UpdatedAt { get; init; }

        public bool Livemode { get; init; }

        public string? OrganizationId { get; init; }

        public string? Email { get; init; }

        public string? Name { get; init; }

        public string? InvoiceNumberBase { get; init; }

        public bool Archived { get; init; }

        [JsonPropertyName("logoURL")]
        public string? LogoUrl { get; init; }

        [JsonPropertyName("iconURL")]
        public string? IconUrl { get; init; }

        public string? Domain { get; init; }

        public PostalContact? BillingAddress { get; init; }

        public string? ExternalId { get; init; }

        public string? UserId { get; init; }

        public string? PricingModelId { get; init; }
    }

    internal sealed record PostalContact
    {
        public string? Name { get; init; }

        public string? FirstName { get; init; }

        public string? LastName { get; init; }

        public string? Phone { get; init; }

        public PostalAddress? Address { get; init; }
    }

    internal sealed record PostalAddress
    {
        public string? Line1 { get; init; }

        public string? Line2 { get; init; }

        public string? City { get; init; }

        public string? State { get; init; }

        [JsonPropertyName("postal_code")]
        public string? PostalCode { get; init; }

        public string? Country { get; init; }
    }

    internal sealed record Page
    {
        public List<StoredCustomer>? Data { get; init; }

        public string? NextCursor { get; init; }

        public bool HasMore { get; init; }

        public long Total { get; init; }
    }
}
