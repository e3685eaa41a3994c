using System.Globalization;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>A list ends, has every customer, and gives only page tokens that the client accepts.</summary>
public sealed class EndlessListTests
{
    public static TheoryData<string> Providers => [.. AnswerShape.All.Select(static shape => shape.Provider)];

    /// <summary>Those that say that there are more; at Flex, an empty page is the last.</summary>
    public static TheoryData<string> WithMore => [.. AnswerShape.All.Select(static shape => shape.Provider).Where(static provider => provider != "flex")];

    public static TheoryData<string, string, string> ImpossibleNumbers => new()
    {
        { "atlas", """{"data":[{"id":"a"}],"has_more":true,"total_count":-1}""", "total_count" },
        { "runonatlas", """{"results":[],"count":-1,"pages":1,"currentPage":1}""", "count" },
        { "runonatlas", """{"results":[],"count":1,"pages":-1,"currentPage":1}""", "pages" },
        { "runonatlas", """{"results":[],"count":1,"pages":1,"currentPage":-1}""", "currentPage" },
        { "flexprice", """{"items":[{"id":"a"}],"pagination":{"total":9,"limit":1,"offset":-1}}""", "pagination.offset" },
        { "flexprice", """{"items":[{"id":"a"}],"pagination":{"total":-9,"limit":1,"offset":1}}""", "pagination.total" },
        { "flexprice", """{"items":[],"pagination":{"total":9,"limit":1,"offset":0}}""", "pagination.offset" },
        { "flowglad", """{"data":[],"hasMore":false,"total":-1}""", "total" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_provider_that_gives_the_same_customers_for_ever_is_noticed(string provider) =>
        await RepeatsAsync(provider, atMost: 4, static (shape, _) => shape.Customers("a", "b"));

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_provider_that_goes_round_in_a_circle_is_noticed(string provider) =>
        await RepeatsAsync(provider, atMost: 7, static (shape, page) => page % 2 == 1 ? shape.Customers("a", "b") : shape.Customers("c", "d"));

    [Theory]
    [MemberData(nameof(WithMore))]
    public async Task A_provider_that_gives_empty_pages_for_ever_is_noticed(string provider) =>
        await RepeatsAsync(provider, atMost: 11, static (_, _) => "");

    [Theory]
    [MemberData(nameof(WithMore))]
    public async Task An_empty_page_in_the_middle_does_not_end_a_list(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        AnswerShape shape = AnswerShape.Of(provider);
        bench.Simulator[provider].Answer(200, shape.Page(shape.Customers("a", "b"), new PageOf(1, HasMore: true, Total: 3)));
        bench.Simulator[provider].Answer(200, shape.Page("", new PageOf(2, HasMore: true, Total: 3)));
        bench.Simulator[provider].Answer(200, shape.Page(shape.Customers("c"), new PageOf(3, HasMore: false, Total: 3)));

        (await IdsAsync(bench.Client, pageSize: 2)).ShouldBe(["a", "b", "c"]);
    }

    [Theory]
    [InlineData(50, 120, 100)]
    [InlineData(50, 100, 100)]
    [InlineData(2, 5, 4)]
    [InlineData(1, 3, 10)]
    public async Task A_server_with_smaller_pages_than_were_asked_for_is_read_to_the_end(int mostOnPage, int customers, int pageSize)
    {
        foreach (string provider in Providers.Select(static row => row.Data))
        {
            await using Bench bench = await Bench.StartAsync(provider);
            string[] ids = [.. Enumerable.Range(1, customers).Select(static id => $"c{id}")];
            for (int page = 0; page <= customers / mostOnPage + 1; page++)
            {
                bench.Simulator[provider].Answer(request => SimulatedAnswer.Json(200, Capped(provider, request.Query, request.BodyText, ids, mostOnPage)));
            }

            (await IdsAsync(bench.Client, pageSize)).ShouldBe(ids, provider);
        }
    }

    [Theory]
    [MemberData(nameof(ImpossibleNumbers))]
    public async Task An_impossible_number_is_the_providers_fault_and_not_the_callers(string provider, string json, string field)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        bench.Simulator[provider].Answer(200, json);

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => bench.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Token));

        failure.Field.ShouldBe(field);
    }

    [Theory]
    [InlineData("atlas", "9223372036854775807", """{"data":[{"id":"a"}],"has_more":true}""")]
    [InlineData("flexprice", "9223372036854775806", """{"items":[{"id":"a"},{"id":"b"}],"pagination":{"total":9223372036854775807,"limit":1,"offset":0}}""")]
    [InlineData("runonatlas", "3", """{"results":[],"count":9,"pages":9,"currentPage":2}""")]
    [InlineData("flowglad", "here", """{"data":[],"hasMore":true,"nextCursor":"here","total":1}""")]
    [InlineData("flowglad", null, """{"data":[],"hasMore":true,"nextCursor":"","total":1}""")]
    [InlineData("flex", "c1", """{"customers":[{"customer_id":"c1"}]}""")]
    public async Task A_page_gives_no_token_that_leads_nowhere(string provider, string? token, string json)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        bench.Simulator[provider].Answer(200, json);

        CustomerPage? page = null;
        Exception? failure = await Record.ExceptionAsync(
            async () => page = await bench.Client.ListPageAsync(new CustomerListRequest { PageToken = token }, cancellationToken: Token));

        (failure is UnreadableResponseException || page?.NextPageToken is null).ShouldBeTrue($"{failure?.GetType().Name} {page?.NextPageToken}");
    }

    private static async Task RepeatsAsync(string provider, int atMost, Func<AnswerShape, int, string> items)
    {
        await using Bench bench = await Bench.StartAsync(provider, static options => options.MaxAttempts = 1);
        AnswerShape shape = AnswerShape.Of(provider);
        for (int page = 1; page <= 40; page++)
        {
            bench.Simulator[provider].Answer(200, shape.Page(items(shape, page), new PageOf(page, HasMore: true, Total: 2)));
        }

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => IdsAsync(bench.Client, pageSize: 2));

        failure.Message.ShouldContain("repeats itself");
        failure.Message.ShouldEndWith("if that does not help, ask the provider's support.");
        bench.Simulator[provider].Requests.Count.ShouldBeLessThanOrEqualTo(atMost);
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(ICustomerClient client, int pageSize)
    {
        List<string> ids = [];
        await foreach (Customer customer in client.ListAsync(new CustomerListRequest { PageSize = pageSize }, cancellationToken: Token))
        {
            ids.Add(customer.Id);
        }

        return ids;
    }

    // What a server says that cuts its pages and counts as if it did not.
    private static string Capped(string provider, string query, string body, string[] ids, int mostOnPage)
    {
        AnswerShape shape = AnswerShape.Of(provider);
        string Items(int offset, int count) => shape.Customers([.. ids.Skip(offset).Take(count)]);
        int asked = (int)(Number(query, "limit") ?? Number(query, "pageSize") ?? BodyNumber(body, "limit") ?? 10);
        int size = Math.Min(asked, mostOnPage);
        switch (provider)
        {
            case "atlas":
                int offset = (int)(Number(query, "offset") ?? 0);
                return $$"""{"data":[{{Items(offset, size)}}],"has_more":{{(offset + asked < ids.Length ? "true" : "false")}},"total_count":{{ids.Length}}}""";
            case "runonatlas":
                int number = (int)Number(query, "page")!;
                int pages = (ids.Length + size - 1) / size;
                return $$"""{"results":[{{Items((number - 1) * size, size)}}],"count":{{ids.Length}},"pages":{{pages}},"currentPage":{{number}}}""";
            case "flexprice":
                int from = (int)(BodyNumber(body, "offset") ?? 0);
                return $$"""{"items":[{{Items(from, size)}}],"pagination":{"total":{{ids.Length}},"limit":{{asked}},"offset":{{from + asked}} } }""";
            case "flowglad":
                int start = (int)(Number(query, "cursor") ?? 0);
                string more = start + size < ids.Length ? "true" : "false";
                return $$"""{"data":[{{Items(start, size)}}],"hasMore":{{more}},"nextCursor":"{{start + size}}","total":{{ids.Length}}}""";
            default:
                int after = (int)(Number(query.Replace("starting_after=c", "after=", StringComparison.Ordinal), "after") ?? 0);
                return $$"""{"customers":[{{Items(after, size)}}]}""";
        }
    }

    private static long? Number(string query, string name) =>
        query.Split('&').FirstOrDefault(pair => pair.StartsWith(name + "=", StringComparison.Ordinal)) is { } found
            ? long.Parse(found[(name.Length + 1)..], CultureInfo.InvariantCulture)
            : null;

    private static long? BodyNumber(string body, string name) =>
        body.Length > 0 && System.Text.Json.JsonElement.Parse(body).TryGetProperty(name, out System.Text.Json.JsonElement number) ? number.GetInt64() : null;
}
