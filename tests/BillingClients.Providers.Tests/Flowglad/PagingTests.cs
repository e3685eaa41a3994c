using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>Pages by an opaque cursor, oldest first.</summary>
public sealed class PagingTests : FlowgladTest
{
    [Fact]
    public async Task List_follows_the_cursor_until_there_is_no_more()
    {
        await CreateAsync(5);

        List<string?> listed = [];
        await foreach (Customer customer in Client.ListAsync(new CustomerListRequest { PageSize = 2 }, cancellationToken: None))
        {
            listed.Add(customer.ExternalId);
        }

        listed.ShouldBe(["crm-0", "crm-1", "crm-2", "crm-3", "crm-4"]);
        IReadOnlyList<JournalEntry> pages = [.. Fixture.Sent.Where(request => request.Method == "GET")];
        pages.Count.ShouldBe(3);
        pages[0].Target.ShouldBe("/flowglad/api/v1/customers?limit=2");
        pages[1].Query.ShouldMatch("^cursor=[A-Za-z0-9%]+&limit=2$");
    }

    [Fact]
    public async Task A_page_tells_its_total_and_can_be_resumed_by_its_token()
    {
        await CreateAsync(12);

        CustomerPage first = await Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None);
        CustomerPage second = await Client.ListPageAsync(new CustomerListRequest { PageToken = first.NextPageToken }, cancellationToken: None);

        first.Items.Count.ShouldBe(10);
        first.TotalCount.ShouldBe(12);
        first.Response!.StatusCode.ShouldBe(200);
        second.Items.Select(customer => customer.ExternalId).ShouldBe(["crm-10", "crm-11"]);
        second.NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task Without_hasMore_a_cursor_is_not_followed()
    {
        Fixture.Provider.Answer(200, """{"data":[],"nextCursor":"eyJwYXJhbWV0ZXJzIjp7fX0=","hasMore":false,"total":0}""");

        (await Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None)).NextPageToken.ShouldBeNull();
    }

    [Fact]
    public async Task An_empty_page_may_have_more_behind_it()
    {
        Fixture.Provider.Answer(200, """{"data":[],"nextCursor":"eyJwYXJhbWV0ZXJzIjp7fX0=","hasMore":true,"total":1}""");

        (await Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None)).NextPageToken.ShouldBe("eyJwYXJhbWV0ZXJzIjp7fX0=");
    }

    [Theory]
    [InlineData("""{"data":[],"hasMore":true,"total":1}""", "nextCursor")]
    [InlineData("""{"data":[],"nextCursor":"","hasMore":true,"total":1}""", "nextCursor")]
    [InlineData("""{"data":[],"total":1}""", "hasMore")]
    [InlineData("""{"hasMore":false,"total":1}""", "data")]
    [InlineData("""{"data":[null],"hasMore":false,"total":1}""", "an item of the list")]
    [InlineData("""{"data":{"customer":{}},"hasMore":false,"total":1}""", "data")]
    public async Task A_page_without_what_it_must_have_is_unreadable(string json, string field)
    {
        using FlowgladCustomerClient client = Fixture.CreateClient(static options => options.MaxAttempts = 1);
        Fixture.Provider.Answer(200, json);

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => client.ListPageAsync(new CustomerListRequest(), cancellationToken: None));

        failure.Field.ShouldBe(field);
    }

    [Fact]
    public async Task A_cursor_that_the_server_does_not_know_is_refused_by_it()
    {
        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(
            () => Client.ListPageAsync(new CustomerListRequest { PageToken = "not a cursor" }, cancellationToken: None));

        failure.StatusCode.ShouldBe(400);
        failure.ProviderMessage.ShouldBe("Invalid cursor");
    }

    private async Task CreateAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await Client.CreateAsync(FlowgladFixture.Ada with { ExternalId = $"crm-{i}" }, cancellationToken: None);
        }
    }
}
