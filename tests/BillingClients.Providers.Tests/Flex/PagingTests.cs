using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>Flex does not say whether there are more: only an empty page tells.</summary>
public sealed class PagingTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(0, 2, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(2, 2, 2)]
    [InlineData(3, 2, 3)]
    [InlineData(4, 2, 3)]
    [InlineData(5, 100, 2)]
    public async Task Every_customer_is_listed_once_and_an_empty_page_is_the_last(int customers, int pageSize, int requests)
    {
        await CreateAsync(customers);
        _fixture.Simulator.Journal.Clear();

        List<string> listed = [];
        await foreach (Customer customer in _fixture.Client.ListAsync(new CustomerListRequest { PageSize = pageSize }, cancellationToken: None))
        {
            listed.Add(customer.Id);
        }

        listed.ShouldBe(_fixture.Provider.Customers.Select(customer => customer.Id).Reverse());
        _fixture.Provider.Requests.Count.ShouldBe(requests);
        _fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_size_is_always_sent_and_the_token_is_the_last_id()
    {
        await CreateAsync(11);
        _fixture.Simulator.Journal.Clear();

        CustomerPage first = await _fixture.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None);
        CustomerPage second = await _fixture.Client.ListPageAsync(new CustomerListRequest { PageToken = first.NextPageToken }, cancellationToken: None);

        first.Items.Count.ShouldBe(10);
        first.NextPageToken.ShouldBe(first.Items[^1].Id);
        first.TotalCount.ShouldBeNull();
        first.Response!.StatusCode.ShouldBe(200);
        second.Items.Count.ShouldBe(1);
        second.NextPageToken.ShouldBe(second.Items[0].Id);
        _fixture.Provider.Requests.Select(request => request.Target).ShouldBe(
            ["/flex/v1/customers?limit=10", $"/flex/v1/customers?limit=10&starting_after={first.NextPageToken}"]);
    }

    [Fact]
    public async Task The_email_filter_is_escaped_and_stays_over_the_pages()
    {
        _fixture.Provider.Answer(
            200, """{"customers":[{"customer_id":"fcus_3","email":"ada+flex@example.com"},{"customer_id":"fcus_2","email":"ada+flex@example.com"}]}""");
        _fixture.Provider.Answer(200, """{"customers":[{"customer_id":"fcus_1","email":"ada+flex@example.com"}]}""");
        _fixture.Provider.Answer(200, """{"customers":[]}""");
        List<Customer> listed = [];
        CustomerListRequest request = new() { Email = "ada+flex@example.com", PageSize = 2 };
        await foreach (Customer customer in _fixture.Client.ListAsync(request, cancellationToken: None))
        {
            listed.Add(customer);
        }

        listed.Count.ShouldBe(3);
        listed.ShouldAllBe(customer => customer.Email == "ada+flex@example.com");
        _fixture.Provider.Requests.Select(static request => request.Query).ShouldBe(
        [
            "email=ada%2Bflex%40example.com&limit=2",
            "email=ada%2Bflex%40example.com&limit=2&starting_after=fcus_2",
            "email=ada%2Bflex%40example.com&limit=2&starting_after=fcus_1",
        ]);
    }

    [Fact]
    public async Task A_token_of_another_provider_is_flexs_to_refuse()
    {
        BillingValidationException refused = await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.ListPageAsync(new CustomerListRequest { PageToken = "50&limit=1" }, cancellationToken: None));

        refused.ProviderCode.ShouldBe("invalid_value");
        _fixture.Provider.Requests.ShouldHaveSingleItem().Query.ShouldBe("limit=10&starting_after=50%26limit%3D1");
    }

    private async Task CreateAsync(int customers)
    {
        for (int i = 0; i < customers; i++)
        {
            await _fixture.Client.CreateAsync(FlexFixture.Ada with { Email = $"ada.{i}@example.com" }, cancellationToken: None);
        }
    }
}
