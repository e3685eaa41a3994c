namespace BillingClients.Wire;

/// <summary>
/// The body of <c>POST /customers/search</c>. Null is left out. Its <c>start_time</c> and <c>end_time</c> are checked by the server and then ignored, so they
/// are not sent. Source: <c>internal/types/customer.go</c> and <c>internal/repository/ent/customer.go</c>.
/// </summary>
internal sealed class FlexpriceSearchRequest
{
    public int? Limit { get; init; }

    public long Offset { get; init; }

    public string? Email { get; init; }

    public string? ExternalId { get; init; }

    public IReadOnlyList<string>? CustomerIds { get; init; }

    public IReadOnlyList<string>? ExternalIds { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<FlexpriceFilter>? Filters { get; init; }
}
