namespace BillingClients.Wire;

/// <summary>The body of <c>POST /customers/search</c>. Null is left out.</summary>
internal sealed class FlexpriceSearchRequest
{
    public int? Limit { get; init; }

    public long Offset { get; init; }

    public string? Email { get; init; }

    public string? ExternalId { get; init; }

    public IReadOnlyList<string>? CustomerIds { get; init; }

    public IReadOnlyList<string>? ExternalIds { get; init; }

    public string? Status { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }
}
