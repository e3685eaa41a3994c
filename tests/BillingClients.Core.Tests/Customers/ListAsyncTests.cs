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

    private static async Task<int> CountAsync(ICustomerClient client, CustomerListRequest? request = null)
    {
        int count = 0;
        await foreach (Customer _ in client.ListAsync(request, cancellationToken: TestContext.Current.CancellationToken))
        {
            count++;
        }

        return count;
    }

    /// <summary>A provider with pages of one customer each.</summary>
    /// <param name="nextToken">The token that the page of that number, from 1, points to.</param>
    private sealed class PagesClient(Func<int, string?> nextToken) : DelegatingCustomerClient(new FakeCustomerClient())
    {
        internal int PagesRead { get; private set; }

        public override Task<CustomerPage> ListPageAsync(CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
        {
            (++PagesRead).ShouldBeLessThanOrEqualTo(1000, "The list goes on for ever.");
            return Task.FromResult(new CustomerPage { Items = [new Customer { Id = "1", Provider = "fake" }], NextPageToken = nextToken(PagesRead) });
        }
    }
}
