using BillingClients.Testing;

namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>Pages by number, every filter, and tokens that belong to their page size.</summary>
public sealed class PagingTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly RunOnAtlasFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Every_customer_is_listed_once_in_the_order_asked_for()
    {
        await CreateAsync(5);

        List<string?> listed = [];
        CustomerListRequest request = new() { PageSize = 2, ProviderFields = [new RunOnAtlasListFields { OrderBy = "name", Order = "desc" }] };
        await foreach (Customer customer in _fixture.Client.ListAsync(request, cancellationToken: None))
        {
            listed.Add(customer.ExternalId);
        }

        listed.ShouldBe(["crm-4", "crm-3", "crm-2", "crm-1", "crm-0"]);
        _fixture.Provider.Requests.Where(sent => sent.Method == "GET").Select(sent => sent.Query).ShouldBe(
        [
            "page=1&pageSize=2&order=desc&orderBy=name",
            "page=2&pageSize=2&order=desc&orderBy=name",
            "page=3&pageSize=2&order=desc&orderBy=name",
        ]);
        _fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_tells_how_many_there_are_in_all_and_the_last_one_has_no_token()
    {
        await CreateAsync(11);

        CustomerPage first = await _fixture.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None);
        CustomerPage second = await _fixture.Client.ListPageAsync(new CustomerListRequest { PageToken = first.NextPageToken }, cancellationToken: None);

        first.Items.Count.ShouldBe(10);
        first.TotalCount.ShouldBe(11);
        first.NextPageToken.ShouldBe("2");
        first.Items[0].As<RunOnAtlasCustomer>()!.ActiveSubscriptions.ShouldBeNull();
        second.Items.ShouldHaveSingleItem();
        second.NextPageToken.ShouldBeNull();
        _fixture.Provider.Requests[^1].Query.ShouldBe("page=2");
    }

    [Fact]
    public async Task No_customers_are_one_empty_page()
    {
        CustomerPage page = await _fixture.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None);

        page.Items.ShouldBeEmpty();
        page.TotalCount.ShouldBe(0);
        page.NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task Every_filter_is_sent()
    {
        CustomerListRequest request = new()
        {
            Email = "ada+1@example.com",
            ExternalId = "a&b",
            ProviderFields =
            [
                new RunOnAtlasListFields
                {
                    Id = "id-1", QuickBooksId = "qb-1", StripeId = "cus_1", Name = "Ada Lovelace", Order = "asc", OrderBy = "createdAt",
                },
            ],
        };

        CustomerPage page = await _fixture.Client.ListPageAsync(request, cancellationToken: None);

        page.Items.ShouldBeEmpty();
        JournalEntry sent = _fixture.Provider.Requests.ShouldHaveSingleItem();
        sent.Objection.ShouldBeNull();
        sent.Query.ShouldBe(
            "externalId=a%26b&id=id-1&quickBooksId=qb-1&stripeId=cus_1&email=ada%2B1%40example.com&name=Ada%20Lovelace&page=1&order=asc&orderBy=createdAt");
    }

    [Theory]
    [InlineData("2:25", 50)]
    [InlineData("2:25", null)]
    [InlineData("2", 25)]
    public async Task A_token_with_another_page_size_is_refused(string token, int? pageSize)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            _fixture.Client.ListPageAsync(new CustomerListRequest { PageToken = token, PageSize = pageSize }, cancellationToken: None));

        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe("PageToken");
        refusal.Message.ShouldContain(token == "2" ? "Set no PageSize" : "Set PageSize to 25");
        _fixture.Provider.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("next")]
    [InlineData("2:")]
    [InlineData(":25")]
    [InlineData("2:25:1")]
    [InlineData("2:0")]
    [InlineData("٣")]
    [InlineData("99999999999999999999")]
    public async Task A_token_of_another_making_is_refused(string token)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            _fixture.Client.ListPageAsync(new CustomerListRequest { PageToken = token, PageSize = 25 }, cancellationToken: None));

        refusal.Message.ShouldContain("is not a page token");
        _fixture.Provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_gives_the_same_page_for_ever_is_noticed()
    {
        using RunOnAtlasCustomerClient client = _fixture.CreateClient(static options => options.MaxAttempts = 1);
        const string page = """{"results":[],"count":3,"pages":3,"currentPage":1}""";
        _fixture.Provider.Answer(200, page);
        _fixture.Provider.Answer(200, page);

        await Should.ThrowAsync<UnreadableResponseException>(async () =>
        {
            await foreach (Customer customer in client.ListAsync(cancellationToken: None))
            {
                customer.ShouldBeNull();
            }
        });
    }

    private async Task CreateAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _fixture.Client.CreateAsync(
                new CustomerCreate { ExternalId = $"crm-{i}", Name = $"Customer {i}", Email = $"user{i}@example.com" }, cancellationToken: None);
        }
    }
}
