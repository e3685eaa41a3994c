using BillingClients.Testing;

namespace BillingClients.Core.Tests.Customers;

public class ListAsyncTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(64)]
    public async Task Tokens_that_go_round_in_a_circle_end_the_list(int length)
    {
        PagesClient client = new(page => $"token {page % length}");

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => CountAsync(client));

        failure.Message.ShouldContain("page token");
        client.PagesRead.ShouldBeLessThan(4 * length + 2);
    }

    [Fact]
    public async Task A_circle_that_begins_after_some_pages_ends_the_list()
    {
        PagesClient client = new(static page => page < 100 ? $"first {page}" : $"token {page % 7}");

        await Should.ThrowAsync<UnreadableResponseException>(() => CountAsync(client));
    }

    [Fact]
    public async Task A_list_that_starts_where_its_first_page_points_to_ends()
    {
        PagesClient client = new(static _ => "here");

        await Should.ThrowAsync<UnreadableResponseException>(() => CountAsync(client, new CustomerListRequest { PageToken = "here" }));

        client.PagesRead.ShouldBe(1);
    }

    [Fact]
    public async Task Tokens_that_differ_lead_to_the_last_page()
    {
        PagesClient client = new(static page => page < 1000 ? $"token {page}" : null);

        (await CountAsync(client)).ShouldBe(1000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(20)]
    public async Task Pages_that_come_again_and_again_end_the_list_however_many_there_are(int pages)
    {
        PagesClient client = new(static page => $"token {page}", page => [$"customer {page % pages}", $"neighbour {page % pages}"]);

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(() => CountAsync(client));

        failure.Message.ShouldContain("repeats itself");
        client.PagesRead.ShouldBeLessThan(8 * pages);
    }

    [Fact]
    public async Task The_same_customers_in_another_order_end_the_list()
    {
        PagesClient client = new(static page => $"token {page}", static page => page % 2 == 0 ? ["a", "b"] : ["b", "a"]);

        (await Should.ThrowAsync<UnreadableResponseException>(() => CountAsync(client))).Message.ShouldContain("repeats itself");

        client.PagesRead.ShouldBe(4);
    }

    [Fact]
    public async Task Empty_pages_that_do_not_end_end_the_list()
    {
        PagesClient client = new(static page => $"token {page}", static page => page == 1 ? ["a"] : []);

        (await Should.ThrowAsync<UnreadableResponseException>(() => CountAsync(client))).Message.ShouldEndWith(
            " repeats itself: it gave one empty page after another, each with the token of a next page. The list would never end, so it was stopped. Customers may be missing"
            + " or listed twice. List again, with another page size or another filter; if that does not help, ask the provider's support.");

        client.PagesRead.ShouldBe(12);
    }

    [Fact]
    public async Task Ten_empty_pages_between_customers_do_not_end_the_list()
    {
        PagesClient client = new(static page => page < 500 ? $"token {page}" : null, static page => page % 11 == 0 ? [$"customer {page}"] : []);

        (await CountAsync(client)).ShouldBe(45);
    }

    // At a provider that pages by offset, newest first, two customers that are created between two pages of two bring the same two again.
    [Fact]
    public async Task Customers_that_come_again_because_others_were_created_do_not_end_the_list()
    {
        PagesClient client = new(
            static page => page < 100 ? $"token {page}" : null,
            static page => page is 2 or 3 ? ["customer 1", "neighbour 1"] : [$"customer {page}", $"neighbour {page}"]);

        (await CountAsync(client)).ShouldBe(200);
    }

    private static async Task<int> CountAsync(ICustomerClient client, CustomerListRequest? request = null)
    {
        int count = 0;
        await foreach (Customer _ in client.ListAsync(request, cancellationToken: TestContext.Current.CancellationToken))
        {
            count++;
        }

        return count;
    }

    /// <summary>A provider with pages of one customer each, or of those that are given.</summary>
    /// <param name="nextToken">The token that the page of that number, from 1, points to.</param>
    /// <param name="ids">The customers on that page.</param>
    private sealed class PagesClient(Func<int, string?> nextToken, Func<int, string[]>? ids = null) : DelegatingCustomerClient(new FakeCustomerClient())
    {
        internal int PagesRead { get; private set; }

        public override Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
        {
            (++PagesRead).ShouldBeLessThanOrEqualTo(1000, "The list goes on for ever.");
            string[] found = ids?.Invoke(PagesRead) ?? [$"{PagesRead}"];
            return Task.FromResult(new CustomerPage
            {
                Items = [.. found.Select(static id => new Customer { Id = id, Provider = "fake" })],
                NextPageToken = nextToken(PagesRead),
            });
        }
    }
}
