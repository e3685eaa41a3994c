using System.Globalization;

namespace BillingClients.Providers.Tests.All;

/// <summary>How a provider's answers look: one customer, what a create answers, and a page of a list.</summary>
internal sealed record AnswerShape
{
    private AnswerShape(string provider) => Provider = provider;

    internal static IReadOnlyList<AnswerShape> All { get; } =
    [
        new("atlas")
        {
            Id = "id",
            Names = """
                "name":"Ada Lovelace"
                """,
            Page = static (items, page) => $$"""{"data":[{{items}}],"has_more":{{More(page)}},"total_count":{{page.Total}} }""",
        },
        new("runonatlas")
        {
            Id = "id",
            Names = """
                "name":"Ada Lovelace","externalId":"crm-1"
                """,
            Page = static (items, page) => $$"""
                {"results":[{{items}}],"count":{{page.Total}},"pages":{{page.Number + (page.HasMore ? 5 : 0)}},"currentPage":{{page.Number}} }
                """,
        },
        new("flexprice")
        {
            Id = "id",
            Names = """
                "name":"Ada Lovelace","external_id":"crm-1"
                """,
            Page = static (items, page) => $$"""
                {"items":[{{items}}],"pagination":{"total":{{(page.HasMore ? 1000 : page.Total)}},"limit":2,"offset":{{2 * page.Number}} } }
                """,
        },
        new("flowglad")
        {
            Id = "id",
            Names = """
                "name":"Ada Lovelace","externalId":"crm-1"
                """,
            Single = static customer => $$"""{"customer":{{customer}} }""",
            Created = static customer => $$"""{"data":{"customer":{{customer}} } }""",
            Page = static (items, page) => $$"""{"data":[{{items}}],"hasMore":{{More(page)}},"nextCursor":"cursor{{page.Number}}","total":{{page.Total}} }""",
        },
        new("flex")
        {
            Id = "customer_id",
            Names = """
                "first_name":"Ada","last_name":"Lovelace"
                """,
            Single = static customer => $$"""{"customer":{{customer}} }""",
            Created = static customer => $$"""{"customer":{{customer}} }""",
            Page = static (items, _) => $$"""{"customers":[{{items}}]}""",
        },
    ];

    /// <summary>The names of the providers whose answers are known here.</summary>
    public static TheoryData<string> Providers => [.. All.Select(static shape => shape.Provider)];

    internal string Provider { get; }

    internal required string Id { get; init; }

    internal required string Names { get; init; }

    internal Func<string, string> Single { get; init; } = static customer => customer;

    internal Func<string, string> Created { get; init; } = static customer => customer;

    internal required Func<string, PageOf, string> Page { get; init; }

    internal static AnswerShape Of(string provider) => All.Single(shape => shape.Provider == provider);

    /// <summary>A customer with one more member.</summary>
    internal string Customer(string id, string? member = null, string? value = null) =>
        $$"""{"{{Id}}":"{{id}}",{{Names}},"email":"ada@example.com"{{(member is null ? "" : $",\"{member}\":{value}")}}}""";

    internal string Customers(params string[] ids) => string.Join(',', ids.Select(id => Customer(id)));

    private static string More(PageOf page) => page.HasMore.ToString(CultureInfo.InvariantCulture).ToLowerInvariant();
}

/// <summary>Where a page stands in its list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="HasMore">Whether the provider says that there are more.</param>
/// <param name="Total">How many customers it says there are.</param>
internal readonly record struct PageOf(int Number, bool HasMore, int Total);
