using System.Text.Json.Serialization;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Flexprice's bodies as a hand-written call would have them.</summary>
internal static class FlexpriceWire
{
    internal sealed record NewCustomer
    {
        public string? ExternalId { get; init; }

        public string? Name { get; init; }

        public string? Email { get; init; }

        [JsonPropertyName("address_line1")]
        public string? AddressLine1 { get; init; }

        [JsonPropertyName("address_line2")]
        public string? AddressLine2 { get; init; }

        public string? AddressCity { get; init; }

        public string? AddressState { get; init; }

        public string? AddressPostalCode { get; init; }

        public string? AddressCountry { get; init; }

        public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    }

    internal sealed record StoredCustomer
    {
        public string? Id { get; init; }

        public string? ExternalId { get; init; }

        public string? Name { get; init; }

        public string? Email { get; init; }

        public string? Contact { get; init; }

        [JsonPropertyName("address_line1")]
        public string? AddressLine1 { get; init; }

        [JsonPropertyName("address_line2")]
        public string? AddressLine2 { get; init; }

        public string? AddressCity { get; init; }

        public string? AddressState { get; init; }

        public string? AddressPostalCode { get; init; }

        public string? AddressCountry { get; init; }

        public string? Timezone { get; init; }

        public Dictionary<string, string>? Metadata { get; init; }

        public string? EnvironmentId { get; init; }

        public string? TenantId { get; init; }

        public string? Status { get; init; }

        public DateTimeOffset? CreatedAt { get; init; }

        public DateTimeOffset? UpdatedAt { get; init; }

        public string? CreatedBy { get; init; }

        public string? UpdatedBy { get; init; }
    }

    internal sealed record Search
    {
        public int Limit { get; init; }

        public long Offset { get; init; }
    }

    internal sealed record Page
    {
        public List<StoredCustomer>? Items { get; init; }

        public Pagination? Pagination { get; init; }
    }

    internal sealed record Pagination
    {
        public long Total { get; init; }

        public long Limit { get; init; }

        public long Offset { get; init; }
    }
}
