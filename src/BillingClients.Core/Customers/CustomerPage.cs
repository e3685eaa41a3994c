using System.Diagnostics;

namespace BillingClients;

/// <summary>One page of a list.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record CustomerPage
{
    /// <summary>The customers, in the provider's order. May be empty, even when a next page exists.</summary>
    public required IReadOnlyList<Customer> Items { get; init; }

    /// <summary>What to put in <see cref="CustomerListRequest.PageToken"/> for the next page; null on the last one.</summary>
    public string? NextPageToken { get; init; }

    /// <summary>How many customers match in all; null where the provider does not say.</summary>
    public long? TotalCount { get; init; }

    /// <summary>The answer that brought this page. Null in a page that no provider answered.</summary>
    public ResponseInfo? Response { get; init; }

    /// <summary>How many customers it holds, and whether there are more.</summary>
    public override string ToString() => $"{Items.Count} customers{(NextPageToken is null ? "" : ", more to come")}";
}
