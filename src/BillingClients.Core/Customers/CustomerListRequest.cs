using System.Diagnostics;

namespace BillingClients;

/// <summary>Which customers to list, and which page. Filters are joined by "and"; one that the provider lacks is refused before sending.</summary>
[DebuggerDisplay("CustomerListRequest")]
public sealed record CustomerListRequest
{
    /// <summary>Customers with this e-mail address; null for all.</summary>
    public string? Email { get; init; }

    /// <summary>The customer with this external id; null for all.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Created at this moment or later; null for no bound.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Created at this moment or earlier; null for no bound. Refused if it is before <see cref="CreatedFrom"/>.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Customers on a page; null for the provider's default. More than its maximum is refused.</summary>
    public int? PageSize { get; init; }

    /// <summary>
    /// <see cref="CustomerPage.NextPageToken"/> of the page before; null for the first page. A token belongs to the provider, the filters and the page size
    /// that it came with.
    /// </summary>
    public string? PageToken { get; init; }

    /// <summary>Typed filters, one record per provider. A client takes its own and ignores the others'.</summary>
    public IReadOnlyList<ProviderFields> ProviderFields { get; init => field = value is { Count: > 0 } ? value : []; } = [];

    /// <summary>The type's name only: filters are personal data, and this text ends up in logs.</summary>
    public override string ToString() => nameof(CustomerListRequest);
}
