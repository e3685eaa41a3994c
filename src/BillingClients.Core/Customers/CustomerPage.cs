using System.Diagnostics;
using BillingClients.Providers;

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

    /// <summary>Maps a provider's items. For writing a provider.</summary>
    /// <typeparam name="TWire">An item in the provider's words.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="map">Maps one; throws <see cref="WireFormatException"/> for a missing fact.</param>
    /// <exception cref="WireFormatException">An item is null.</exception>
    public static IReadOnlyList<Customer> ItemsOf<TWire>(IReadOnlyList<TWire> items, Func<TWire, Customer> map)
        where TWire : class
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(map);
        Customer[] customers = new Customer[items.Count];
        for (int i = 0; i < customers.Length; i++)
        {
            customers[i] = map(WireFormatException.Require(items[i], "an item of the list"));
        }

        return customers;
    }

    /// <summary>How many customers it holds, and whether there are more.</summary>
    public override string ToString() => $"{Items.Count} {(Items.Count == 1 ? "customer" : "customers")}{(NextPageToken is null ? "" : ", more to come")}";
}
