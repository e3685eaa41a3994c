using Xunit;

namespace BillingClients.Conformance;

/// <summary>A filter shows the customers it asks for and no others; one that the provider lacks is refused before sending.</summary>
/// <inheritdoc cref="CustomerClientConformance{THarness}"/>
public abstract class FilterConformance<THarness> : CustomerClientConformance<THarness>
    where THarness : CustomerClientHarness, new()
{
    /// <summary>By e-mail address.</summary>
    [Fact]
    public async Task Email_shows_the_customer_with_that_address()
    {
        Customer[] added = await AddThreeAsync().ConfigureAwait(false);
        CustomerListRequest request = new() { Email = added[1].Email ?? "ada@example.com" };

        await ShowsOnlyAsync(Capabilities.Filters.Email, "Filters.Email", request, [added[1]], added).ConfigureAwait(false);
    }

    /// <summary>By external id.</summary>
    [Fact]
    public async Task External_id_shows_that_customer()
    {
        Customer[] added = await AddThreeAsync().ConfigureAwait(false);
        CustomerListRequest request = new() { ExternalId = added[1].ExternalId ?? "crm-1" };

        await ShowsOnlyAsync(Capabilities.Filters.ExternalId, "Filters.ExternalId", request, [added[1]], added).ConfigureAwait(false);
    }

    /// <summary>By the start of a period: those created at that moment are in it, those before are not.</summary>
    [Fact]
    public async Task Created_from_shows_customers_since_then()
    {
        Customer[] added = await AddThreeAsync().ConfigureAwait(false);
        CustomerListRequest sinceTheOldest = new() { CreatedFrom = added.Min(CreatedAt) };
        CustomerListRequest afterTheNewest = new() { CreatedFrom = added.Max(CreatedAt).AddHours(1) };

        await ShowsOnlyAsync(Capabilities.Filters.CreatedFrom, "Filters.CreatedFrom", sinceTheOldest, added, added).ConfigureAwait(false);
        await ShowsOnlyAsync(Capabilities.Filters.CreatedFrom, "Filters.CreatedFrom", afterTheNewest, [], added).ConfigureAwait(false);
    }

    /// <summary>By the end of a period: those created at that moment are in it, those after are not.</summary>
    [Fact]
    public async Task Created_to_shows_customers_until_then()
    {
        Customer[] added = await AddThreeAsync().ConfigureAwait(false);
        CustomerListRequest untilTheNewest = new() { CreatedTo = added.Max(CreatedAt) };
        CustomerListRequest beforeTheOldest = new() { CreatedTo = added.Min(CreatedAt).AddHours(-1) };

        await ShowsOnlyAsync(Capabilities.Filters.CreatedTo, "Filters.CreatedTo", untilTheNewest, added, added).ConfigureAwait(false);
        await ShowsOnlyAsync(Capabilities.Filters.CreatedTo, "Filters.CreatedTo", beforeTheOldest, [], added).ConfigureAwait(false);
    }

    /// <summary>Two filters are joined by "and": nobody has the e-mail address of one and the external id of another.</summary>
    [Fact]
    public async Task Filters_are_joined_by_and()
    {
        Customer[] added = await AddThreeAsync().ConfigureAwait(false);
        CustomerListRequest request = new() { Email = added[0].Email ?? "ada@example.com", ExternalId = added[1].ExternalId ?? "crm-1" };
        (Support support, string capability) = Capabilities.Filters.Email == Support.Unsupported
            ? (Support.Unsupported, "Filters.Email")
            : (Capabilities.Filters.ExternalId, "Filters.ExternalId");

        await ShowsOnlyAsync(support, capability, request, [], added).ConfigureAwait(false);
    }

    /// <summary>A filter that fits nobody shows an empty last page.</summary>
    [Fact]
    public async Task A_filter_that_fits_nobody_shows_nobody()
    {
        Customer[] added = await AddThreeAsync().ConfigureAwait(false);
        CustomerListRequest request = new() { Email = "nobody@example.com" };

        await ShowsOnlyAsync(Capabilities.Filters.Email, "Filters.Email", request, [], added).ConfigureAwait(false);
    }

    /// <summary>Filters of another provider are ignored.</summary>
    [Fact]
    public async Task Filters_of_another_provider_are_ignored()
    {
        Customer[] added = await AddThreeAsync().ConfigureAwait(false);

        await ShowsOnlyAsync(Capabilities.List, "List", new CustomerListRequest { ProviderFields = [new ForeignFields()] }, added, added).ConfigureAwait(false);
    }

    private async Task ShowsOnlyAsync(Support support, string capability, CustomerListRequest request, Customer[] wanted, Customer[] added) =>
        await AsDeclaredAsync(support, capability, () => Client.ListPageAsync(request, cancellationToken: Cancellation), async () =>
        {
            IReadOnlyList<Customer> listed = await PageWalk.ToTheEndAsync(Client, request, Cancellation).ConfigureAwait(false);
            IEnumerable<string> shown = listed.Select(static customer => customer.Id).Where(id => added.Any(customer => customer.Id == id));

            Assert.Equivalent(wanted.Select(static customer => customer.Id), shown, strict: true);
            Assert.Empty(Harness.Objections);
        }).ConfigureAwait(false);

    private async Task<Customer[]> AddThreeAsync() =>
        [await AddAsync().ConfigureAwait(false), await AddAsync().ConfigureAwait(false), await AddAsync().ConfigureAwait(false)];

    private static DateTimeOffset CreatedAt(Customer customer) => customer.CreatedAt ?? TimeProvider.System.GetUtcNow();
}
