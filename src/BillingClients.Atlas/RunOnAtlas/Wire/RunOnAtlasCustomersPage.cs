namespace BillingClients.Wire;

/// <summary>The answer of <c>GET /external/customers</c>.</summary>
internal sealed class RunOnAtlasCustomersPage
{
    public IReadOnlyList<RunOnAtlasCustomer>? Results { get; init; }

    /// <summary>Customers in all: 100 where the documents' example has 10 pages of the default 10.</summary>
    public long? Count { get; init; }

    public long? Pages { get; init; }

    /// <summary>From 1.</summary>
    public long? CurrentPage { get; init; }
}
