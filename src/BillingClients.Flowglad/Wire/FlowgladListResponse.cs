namespace BillingClients.Wire;

/// <summary>The answer of <c>GET /api/v1/customers</c>.</summary>
internal sealed class FlowgladListResponse
{
    public IReadOnlyList<FlowgladCustomer>? Data { get; init; }

    /// <summary>Where the next page starts; opaque. It may be there on the last page too, so only <see cref="HasMore"/> tells the end.</summary>
    public string? NextCursor { get; init; }

    public bool? HasMore { get; init; }

    public long? Total { get; init; }
}
