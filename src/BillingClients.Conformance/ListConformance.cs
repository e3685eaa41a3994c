using Xunit;

namespace BillingClients.Conformance;

/// <summary>A list shows every customer once, page after page, and ends.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class ListConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    private static readonly CustomerListRequest PagesOfTwo = new() { PageSize = 2 };

    /// <summary>Pages hold at most what was asked for, no token comes twice, and each customer is met once, with its fields.</summary>
    [Fact]
    public async Task Paging_meets_every_customer_once()
    {
        Customer[] added = await AddSeveralAsync(5).ConfigureAwait(false);

        await AsListedAsync(PagesOfTwo, async () =>
        {
            IReadOnlyList<Customer> listed = await PageWalk.ToTheEndAsync(Client, PagesOfTwo, Cancellation).ConfigureAwait(false);

            Assert.All(added, customer => FieldAssert.IsUnchanged(customer, Assert.Single(listed, other => other.Id == customer.Id)));
            Assert.Empty(Harness.Objections);
        }).ConfigureAwait(false);
    }

    /// <summary><see cref="CustomerClientExtensions.ListAsync"/> goes through the same pages.</summary>
    [Fact]
    public async Task ListAsync_meets_every_customer_once()
    {
        Customer[] added = await AddSeveralAsync(5).ConfigureAwait(false);

        await AsListedAsync(PagesOfTwo, async () =>
        {
            List<string> listed = [];
            await foreach (Customer customer in Client.ListAsync(PagesOfTwo, cancellationToken: Cancellation).ConfigureAwait(false))
            {
                Assert.DoesNotContain(customer.Id, listed);
                listed.Add(customer.Id);
            }

            Assert.All(added, customer => Assert.Contains(customer.Id, listed));
        }).ConfigureAwait(false);
    }

    /// <summary>A list can be left after a page, and taken up again with its token.</summary>
    [Fact]
    public async Task A_list_is_resumed_at_a_page_token()
    {
        await AddSeveralAsync(5).ConfigureAwait(false);

        await AsListedAsync(PagesOfTwo, async () =>
        {
            CustomerPage first = await Client.ListPageAsync(PagesOfTwo, cancellationToken: Cancellation).ConfigureAwait(false);
            Assert.NotNull(first.NextPageToken);
            IReadOnlyList<Customer> rest =
                await PageWalk.ToTheEndAsync(Client, PagesOfTwo with { PageToken = first.NextPageToken }, Cancellation).ConfigureAwait(false);

            Assert.True(rest.Count >= 3, $"Of 5 customers, 2 were on the first page; {rest.Count} followed.");
            Assert.DoesNotContain(first.Items, customer => rest.Any(other => other.Id == customer.Id));
        }).ConfigureAwait(false);
    }

    /// <summary>If no size is given, a page has the declared size. If none is declared, the list still has every customer.</summary>
    [Fact]
    public async Task A_page_has_the_declared_size_when_none_is_given()
    {
        int? size = Capabilities.DefaultPageSize;
        Customer[] added = await AddSeveralAsync((size ?? 1) + 1).ConfigureAwait(false);

        await AsListedAsync(new CustomerListRequest(), async () =>
        {
            CustomerPage page = await Client.ListPageAsync(new CustomerListRequest(), cancellationToken: Cancellation).ConfigureAwait(false);

            Assert.InRange(page.Response!.StatusCode, 200, 299);
            if (size is { } declared)
            {
                Assert.Equal(declared, page.Items.Count);
                Assert.NotNull(page.NextPageToken);
            }
            else
            {
                IReadOnlyList<Customer> listed = await PageWalk.ToTheEndAsync(Client, new CustomerListRequest(), Cancellation).ConfigureAwait(false);
                Assert.All(added, customer => Assert.Contains(listed, other => other.Id == customer.Id));
            }
        }).ConfigureAwait(false);
    }

    /// <summary>The declared largest page is taken, and one more is refused before sending; where none is declared, the provider decides.</summary>
    [Fact]
    public async Task The_largest_page_is_the_declared_one()
    {
        await AddAsync().ConfigureAwait(false);

        await AsListedAsync(new CustomerListRequest(), async () =>
        {
            CustomerPage page = await ListAsync(Capabilities.MaxPageSize ?? 1).ConfigureAwait(false);
            Assert.NotEmpty(page.Items);

            if (Capabilities.MaxPageSize is { } max)
            {
                await RefusedAsync<BillingValidationException>(() => ListAsync(max + 1)).ConfigureAwait(false);
            }
            else
            {
                await LeftToProviderAsync(() => ListAsync(100_000)).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);

        Task<CustomerPage> ListAsync(int size) => Client.ListPageAsync(new CustomerListRequest { PageSize = size }, cancellationToken: Cancellation);
    }

    /// <summary>How many there are in all is told where that is declared, on every page alike.</summary>
    [Fact]
    public async Task The_total_is_told_as_declared()
    {
        await AddSeveralAsync(3).ConfigureAwait(false);

        await AsListedAsync(PagesOfTwo, async () =>
        {
            long? total = (await Client.ListPageAsync(PagesOfTwo, cancellationToken: Cancellation).ConfigureAwait(false)).TotalCount;

            Assert.True(Capabilities.TotalCount switch
            {
                Support.Unsupported => total is null,
                Support.Unknown => total is null or >= 3,
                _ => total >= 3,
            }, $"{Capabilities.TotalCount} is declared; the total is {total?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "absent"}.");
        }).ConfigureAwait(false);
    }

    private Task AsListedAsync(CustomerListRequest request, Func<Task> works) =>
        AsDeclaredAsync(Capabilities.List, "List", () => Client.ListPageAsync(request, cancellationToken: Cancellation), works);

    private async Task<Customer[]> AddSeveralAsync(int count)
    {
        Customer[] added = new Customer[count];
        for (int i = 0; i < count; i++)
        {
            added[i] = await ReadAsync(await AddAsync().ConfigureAwait(false)).ConfigureAwait(false);
        }

        return added;
    }
}
