using System.Globalization;
using System.Text;
using System.Text.Json;
using BillingClients.Benchmarks.Providers;

namespace BillingClients.Benchmarks.Answers;

/// <summary>Flexprice with as many customers as the path says, page after page. Each create makes another one.</summary>
internal static class ListingAnswers
{
    private static readonly string Template = new FlexpriceCase().CustomerJson;

    private static int _created;

    /// <summary>Answers <c>/listing/{customers}/customers/search</c> with a page, and the rest with the customer that was sent.</summary>
    public static FixedAnswer Find(string path, ReadOnlyMemory<byte> body)
    {
        using JsonDocument sent = JsonDocument.Parse(body);
        return path.EndsWith("/search", StringComparison.Ordinal)
            ? Page(sent.RootElement, total: int.Parse(path.Split('/')[2], CultureInfo.InvariantCulture))
            : New(201, CustomerJson(Interlocked.Increment(ref _created), sent.RootElement.GetProperty("external_id").GetString()!));
    }

    private static FixedAnswer Page(JsonElement search, int total)
    {
        int limit = search.GetProperty("limit").GetInt32();
        int offset = search.GetProperty("offset").GetInt32();
        IEnumerable<string> items = Enumerable.Range(offset, Math.Min(limit, total - offset)).Select(static number => CustomerJson(number, ExternalIdOf(number)));
        return New(200, $$$"""{"items":[{{{string.Join(',', items)}}}],"pagination":{"total":{{{total}}},"limit":{{{limit}}},"offset":{{{offset + limit}}}}}""");
    }

    private static string ExternalIdOf(int number) => string.Create(CultureInfo.InvariantCulture, $"crm-{number}");

    private static string CustomerJson(int number, string externalId) => Template
        .Replace("cus_01HACM7FZ1084XB1GB6053VM0D", string.Create(CultureInfo.InvariantCulture, $"cus_01HACM7FZ1084XB1{number:D10}"), StringComparison.Ordinal)
        .Replace("crm-1815", externalId, StringComparison.Ordinal);

    private static FixedAnswer New(int status, string json) => new(status, Encoding.UTF8.GetBytes(json));
}
