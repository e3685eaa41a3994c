namespace BillingClients.Wire;

/// <summary>The answer of <c>GET /customers</c>.</summary>
internal sealed class AtlasCustomerPage
{
    public IReadOnlyList<AtlasCustomer>? Data { get; init; }

    public bool? HasMore { get; init; }

    public long? TotalCount { get; init; }
}
