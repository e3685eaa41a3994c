using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Atlas;

/// <summary>Pages go by offset, newest customer first, and end where <c>has_more</c> says so.</summary>
public sealed class PagingTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly AtlasFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_list_goes_on_at_the_next_offset_until_there_is_no_more()
    {
        Store(5);

        List<string?> listed = [];
        await foreach (Customer customer in _fixture.Client.ListAsync(new CustomerListRequest { PageSize = 2 }, cancellationToken: None))
        {
            listed.Add(customer.Email);
        }

        listed.ShouldBe(["ada4@example.com", "ada3@example.com", "ada2@example.com", "ada1@example.com", "ada0@example.com"]);
        _fixture.Sent.ShouldBe(["GET /customers?limit=2&offset=0", "GET /customers?limit=2&offset=2", "GET /customers?limit=2&offset=4"]);
        _fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_full_last_page_is_the_last()
    {
        Store(4);

        CustomerPage first = await ListAsync(new CustomerListRequest { PageSize = 2 });
        CustomerPage last = await ListAsync(new CustomerListRequest { PageSize = 2, PageToken = first.NextPageToken });

        first.NextPageToken.ShouldBe("2");
        first.TotalCount.ShouldBe(4);
        last.Items.Count.ShouldBe(2);
        last.NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_page_size_atlas_takes_its_own()
    {
        Store(11);

        CustomerPage page = await ListAsync(new CustomerListRequest());

        page.Items.Count.ShouldBe(_fixture.Client.Provider.Capabilities.DefaultPageSize!.Value);
        page.NextPageToken.ShouldBe("10");
        _fixture.Sent.ShouldBe(["GET /customers?offset=0"]);
    }

    [Fact]
    public async Task An_email_address_filters_exactly()
    {
        _fixture.Send("POST", "/customers", """{"email":"ada+test@example.com"}""");
        _fixture.Send("POST", "/customers", """{"email":"ada@example.com"}""");

        CustomerPage page = await ListAsync(new CustomerListRequest { Email = "ada+test@example.com" });

        page.Items.ShouldHaveSingleItem().Email.ShouldBe("ada+test@example.com");
        page.TotalCount.ShouldBe(1);
        _fixture.Sent.ShouldBe(["GET /customers?offset=0&email=ada%2Btest%40example.com"]);
    }

    [Fact]
    public async Task No_customers_are_an_empty_page()
    {
        CustomerPage page = await ListAsync(new CustomerListRequest());

        page.Items.ShouldBeEmpty();
        page.NextPageToken.ShouldBeNull();
        page.TotalCount.ShouldBe(0);
        page.Response!.StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData("""{"data":[{"id":"a"}],"has_more":true}""", "8")]
    [InlineData("""{"data":[{"id":"a"}],"has_more":false,"total_count":99}""", "8")]
    [InlineData("""{"data":[],"has_more":false,"total_count":99}""", null)]
    [InlineData("""{"data":[{"id":"a"}],"has_more":false,"total_count":8}""", null)]
    [InlineData("""{"data":[{"id":"a"}],"total_count":9}""", "8")]
    [InlineData("""{"data":[{"id":"a"}],"total_count":8}""", null)]
    [InlineData("""{"data":[],"has_more":true}""", "17")]
    [InlineData("""{"data":[],"total_count":99}""", "17")]
    public async Task The_next_page_is_where_this_one_ends_and_one_page_size_further_if_it_is_empty(string answer, string? next)
    {
        _fixture.Provider.Answer(200, answer);

        (await ListAsync(new CustomerListRequest { PageToken = "7" })).NextPageToken.ShouldBe(next);
    }

    [Theory]
    [InlineData("{}", "data")]
    [InlineData("""{"data":null,"has_more":false}""", "data")]
    [InlineData("""{"data":[{"id":"a"}]}""", "has_more")]
    [InlineData("""{"data":[null],"has_more":false}""", "an item of the list")]
    [InlineData("""{"data":[{"email":"ada@example.com"}],"has_more":false}""", "id")]
    [InlineData("""{"data":{"id":"a"},"has_more":false}""", "data")]
    [InlineData("""[{"id":"a"}]""", null)]
    public async Task A_page_without_its_facts_is_unreadable(string answer, string? field)
    {
        using AtlasCustomerClient client = _fixture.CreateClient(static options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(200, answer);

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => client.ListPageAsync(new CustomerListRequest(), cancellationToken: None));

        failure.Field.ShouldBe(field);
    }

    private Task<CustomerPage> ListAsync(CustomerListRequest request) => _fixture.Client.ListPageAsync(request, cancellationToken: None);

    private void Store(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _fixture.Send("POST", "/customers", $$"""{"email":"ada{{i}}@example.com"}""");
        }
    }
}
