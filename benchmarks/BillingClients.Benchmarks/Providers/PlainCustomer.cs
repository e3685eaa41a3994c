namespace BillingClients.Benchmarks.Providers;

/// <summary>A customer as an application without this library would keep it: what a hand-written call maps its answer to.</summary>
internal sealed record PlainCustomer
{
    public required string Id { get; init; }

    public string? ExternalId { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public Address? BillingAddress { get; init; }

    public Address? ShippingAddress { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }
}
