using Xunit;

namespace BillingClients.Conformance;

/// <summary>Goes through the pages of a list, and fails as soon as they cannot end.</summary>
internal static class PageWalk
{
    private const int MostEmptyPages = 10;

    internal static async Task<IReadOnlyList<Customer>> ToTheEndAsync(ICustomerClient client, CustomerListRequest request, CancellationToken cancellationToken)
    {
        List<Customer> listed = [];
        HashSet<string> ids = [];
        HashSet<string> tokens = [];
        int emptyPages = 0;
        CustomerListRequest? next = request;
        while (next is not null)
        {
            CustomerPage page = await client.ListPageAsync(next, cancellationToken: cancellationToken).ConfigureAwait(false);
            Assert.True(page.Items.Count <= (request.PageSize ?? int.MaxValue), $"A page of {request.PageSize} was asked for; it has {page.Items.Count}.");
            Assert.All(page.Items, customer => Assert.True(ids.Add(customer.Id), "A customer was listed twice."));
            Assert.True(page.NextPageToken is null || tokens.Add(page.NextPageToken), "A page token came twice; the list would never end.");
            emptyPages = page.Items.Count == 0 ? emptyPages + 1 : 0;
            Assert.True(emptyPages <= MostEmptyPages, "One empty page follows the other; the list does not end.");
            listed.AddRange(page.Items);
            next = page.NextPageToken is null ? null : request with { PageToken = page.NextPageToken };
        }

        return listed;
    }
}
