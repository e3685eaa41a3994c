namespace BillingClients.Wire;

/// <summary>The query of <c>GET /external/customers</c>. Null is left out.</summary>
internal sealed class RunOnAtlasListQuery
{
    public string? ExternalId { get; init; }

    public string? Id { get; init; }

    public string? QuickBooksId { get; init; }

    public string? StripeId { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    /// <summary>From 1.</summary>
    public long Page { get; init; }

    public int? PageSize { get; init; }

    public string? Order { get; init; }

    public string? OrderBy { get; init; }
}
