using System.Globalization;
using System.Text;
using System.Text.Json;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Answers;

/// <summary>Flexprice with as many customers as the path says, page after page.</summary>
internal static class ListingAnswers
{
    private static readonly FixedAnswers Others = new(new FlexpriceCase());
    private static readonly Dictionary<int, byte[]> Items = [];

    /// <summary>Answers <c>/listing/{customers}/customers/search</c>, and the rest as ever.</summary>
    public static FixedAnswer Find(string method, string path, ReadOnlyMemory<byte> body)
    {
        if (!path.EndsWith("/search", StringComparison.Ordinal))
        {
            return Others.Find(method, path, query: "");
        }

        using JsonDocument search = JsonDocument.Parse(body);
        int limit = search.RootElement.GetProperty("limit").GetInt32();
        long offset = search.RootElement.GetProperty("offset").GetInt64() + limit;
        long total = long.Parse(path.Split('/')[2], CultureInfo.InvariantCulture);
        return new FixedAnswer(200, [.. ItemsOf(limit), .. Encoding.UTF8.GetBytes($$$""","pagination":{"total":{{{total}}},"limit":{{{limit}}},"offset":{{{offset}}}}}""")]);
    }

    private static byte[] ItemsOf(int count)
    {
        lock (Items)
        {
            return Items.TryGetValue(count, out byte[]? items)
                ? items
                : Items[count] = Encoding.UTF8.GetBytes($$"""{"items":[{{string.Join(',', Enumerable.Repeat(new FlexpriceCase().CustomerJson, count))}}]""");
        }
    }
}
