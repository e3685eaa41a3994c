using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Flexprice's bodies as a hand-written call would have them.</summary>
internal static class FlexpriceWire
{
    internal sealed class NewCustomer
    {
        public string? ExternalId { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        [JsonPropertyName("address_line1")]
        public string? AddressLine1 { get; set; }

        [JsonPropertyName("address_line2")]
        public string? AddressLine2 { get; set; }

        public string? AddressCity { get; set; }

        public string? AddressState { get; set; }

        public string? AddressPostalCode { get; set; }

        public string? AddressCountry { get; set; }

        public IReadOnlyDictionary<string, string>? Metadata { get; set; }
    }

    internal sealed class StoredCustomer
    {
        public string? Id { get; set; }

        public string? ExternalId { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public string? Contact { get; set; }

        [JsonPropertyName("address_line1")]
        public string? AddressLine1 { get; set; }

        [JsonPropertyName("address_line2")]
        public string? AddressLine2 { get; set; }

        public string? AddressCity { get; set; }

        public string? AddressState { get; set; }

        public string? AddressPostalCode { get; set; }

        public string? AddressCountry { get; set; }

        public string? Timezone { get; set; }

        public Dictionary<string, string>? Metadata { get; set; }

        public string? EnvironmentId { get; set; }

        public string? TenantId { get; set; }

        public string? Status { get; set; }

        public DateTimeOffset? CreatedAt { get; set; }

        public DateTimeOffset? UpdatedAt { get; set; }

        public string? CreatedBy { get; set; }

        public string? UpdatedBy { get; set; }
    }

    internal sealed class Search
    {
        public int Limit { get; set; }

        public long Offset { get; set; }
    }

    internal sealed class Page
    {
        public List<StoredCustomer>? Items { get; set; }

        public Pagination? Pagination { get; set; }
    }

    internal sealed class Pagination
    {
        public long Total { get; set; }

        public long Limit { get; set; }

        public long Offset { get; set; }
    }
}
