namespace BillingClients;

/// <summary>Filters and order that only RunOnAtlas knows. Null means: do not filter, or RunOnAtlas's default.</summary>
/// <remarks>Whether a filter takes part of a text for a match is not documented. Source: RunOnAtlas's API reference, <c>get-customers</c>.</remarks>
public sealed record RunOnAtlasListFields : ProviderFields
{
    /// <summary>The customer with this id.</summary>
    public string? Id { get; init; }

    /// <summary>Customers with this id at QuickBooks.</summary>
    public string? QuickBooksId { get; init; }

    /// <summary>Customers with this id at Stripe.</summary>
    public string? StripeId { get; init; }

    /// <summary>Customers with this name.</summary>
    public string? Name { get; init; }

    /// <summary><c>asc</c>, RunOnAtlas's default, or <c>desc</c>.</summary>
    public string? Order { get; init; }

    /// <summary>
    /// <c>id</c>, RunOnAtlas's default, or <c>createdAt</c>, <c>email</c>, <c>name</c>, <c>quickBooksId</c>, <c>stripeId</c> or <c>updatedAt</c>.
    /// </summary>
    public string? OrderBy { get; init; }
}
