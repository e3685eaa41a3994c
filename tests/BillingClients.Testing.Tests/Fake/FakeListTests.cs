using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Testing.Tests;

public class FakeListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_follow_the_order_of_creation()
    {
        using FakeCustomerClient client = await ClientWithAsync(5);

        CustomerPage first = await client.ListPageAsync(new CustomerListRequest { PageSize = 2 }, cancellationToken: Cancellation);
        CustomerPage last = await client.ListPageAsync(new CustomerListRequest { PageSize = 2, PageToken = "4" }, cancellationToken: Cancellation);

        first.Items.Select(customer => customer.ExternalId).ShouldBe(["crm-0", "crm-1"]);
        (first.NextPageToken, first.TotalCount).ShouldBe(("2", 5L));
        last.Items.ShouldHaveSingleItem().ExternalId.ShouldBe("crm-4");
        last.NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_has_the_declared_size()
    {
        CustomerCapabilities threes = FakeCustomerClient.Everything with { DefaultPageSize = 3, MaxPageSize = 3, TotalCount = Support.Unsupported };
        using FakeCustomerClient client = await ClientWithAsync(4, threes);

        CustomerPage page = await client.ListPageAsync(new CustomerListRequest(), cancellationToken: Cancellation);
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() =>
            client.ListPageAsync(new CustomerListRequest { PageSize = 4 }, cancellationToken: Cancellation));

        page.Items.Count.ShouldBe(3);
        page.TotalCount.ShouldBeNull();
        refusal.Message.ShouldContain("it must be from 1 to 3");
    }

    [Fact]
    public async Task Filters_are_exact_and_joined()
    {
        using FakeCustomerClient client = await ClientWithAsync(3);

        CustomerListRequest request = new() { Email = "ada1@example.com", ExternalId = "crm-1" };
        CustomerPage one = await client.ListPageAsync(request, cancellationToken: Cancellation);
        CustomerPage none = await client.ListPageAsync(request with { ExternalId = "crm-2" }, cancellationToken: Cancellation);

        one.Items.ShouldHaveSingleItem().ExternalId.ShouldBe("crm-1");
        none.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_period_includes_its_ends()
    {
        FakeTimeProvider clock = new();
        DateTimeOffset start = clock.GetUtcNow();
        using FakeCustomerClient client = new(timeProvider: clock);
        for (int i = 0; i < 3; i++)
        {
            await client.CreateAsync(new CustomerCreate { ExternalId = $"crm-{i}" }, cancellationToken: Cancellation);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        CustomerListRequest period = new() { CreatedFrom = start.AddMinutes(1), CreatedTo = start.AddMinutes(1) };
        CustomerPage page = await client.ListPageAsync(period, cancellationToken: Cancellation);

        page.Items.ShouldHaveSingleItem().ExternalId.ShouldBe("crm-1");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("one")]
    [InlineData("99999999999999999999")]
    public async Task A_token_that_it_never_gave_is_refused(string token)
    {
        using FakeCustomerClient client = await ClientWithAsync(1);

        await Should.ThrowAsync<BillingValidationException>(() =>
            client.ListPageAsync(new CustomerListRequest { PageToken = token }, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task A_token_past_the_end_is_an_empty_last_page()
    {
        using FakeCustomerClient client = await ClientWithAsync(1);

        CustomerPage page = await client.ListPageAsync(new CustomerListRequest { PageToken = $"{long.MaxValue}" }, cancellationToken: Cancellation);

        page.Items.ShouldBeEmpty();
        page.NextPageToken.ShouldBeNull();
    }

    private static async Task<FakeCustomerClient> ClientWithAsync(int customers, CustomerCapabilities? capabilities = null)
    {
        FakeCustomerClient client = new(capabilities ?? FakeCustomerClient.Everything);
        for (int i = 0; i < customers; i++)
        {
            await client.CreateAsync(new CustomerCreate { ExternalId = $"crm-{i}", Email = $"ada{i}@example.com" }, cancellationToken: Cancellation);
        }

        return client;
    }
}
