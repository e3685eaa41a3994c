using System.Runtime.CompilerServices;
using BillingClients.Providers;

namespace BillingClients;

/// <summary>Reads a list page by page, and throws if it would never end.</summary>
internal static class CustomerPages
{
    /// <exception cref="UnreadableResponseException">The provider repeats itself.</exception>
    internal static async IAsyncEnumerable<CustomerPage> ReadAsync(
        ICustomerClient client, CustomerListRequest request, CallOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ListProgress progress = new(request.PageToken);
        while (true)
        {
            CustomerPage page = await client.ListPageAsync(request, options, cancellationToken).ConfigureAwait(false);
            yield return page;

            if (page.NextPageToken is null)
            {
                yield break;
            }

            if (progress.ProblemOf(page) is { } problem)
            {
                throw NeverEnds(client, page, problem);
            }

            request = request with { PageToken = page.NextPageToken };
        }
    }

    private static UnreadableResponseException NeverEnds(ICustomerClient client, CustomerPage page, string problem) => new(
        $"{client.Provider.DisplayName} repeats itself: {problem}. {EndlessList.Advice}",
        new BillingErrorDetails
        {
            Provider = client.Provider.Name,
            Client = ClientName.Of(client),
            Operation = CustomerOperation.List,
            StatusCode = page.Response?.StatusCode,
            RequestId = page.Response?.RequestId,
        },
        "NextPageToken");
}
