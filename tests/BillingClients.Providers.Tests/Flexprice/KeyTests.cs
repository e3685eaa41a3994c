using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>Flexprice's router decodes a path before it reads it, so some keys do not fit into one.</summary>
public sealed class KeyTests : IAsyncLifetime
{
    private const string Search = "POST /customers/search";

    private readonly FlexpriceFixture _fixture = new();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData("a/b")]
    [InlineData("/")]
    [InlineData("crm-1815/entitlements")]
    [InlineData("a/../b")]
    [InlineData("crm-1815/")]
    public async Task An_external_id_with_a_slash_is_searched_for(string externalId)
    {
        await _fixture.Client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: None);
        Customer created = await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = externalId }, cancellationToken: None);

        Customer found = await _fixture.Client.GetAsync(CustomerKey.FromExternalId(externalId), cancellationToken: None);

        found.Id.ShouldBe(created.Id);
        found.ExternalId.ShouldBe(externalId);
        found.Response!.StatusCode.ShouldBe(200);
        Sent().ShouldBe(["POST /customers", "POST /customers", Search]);
        _fixture.Provider.Requests[^1].BodyText.ShouldBe($$"""{"limit":1,"offset":0,"external_id":"{{externalId}}","status":"published"}""");
    }

    [Theory]
    [InlineData("%2F", "%252F")]
    [InlineData("..%2F", "..%252F")]
    [InlineData("...", "...")]
    [InlineData("usage", "usage")]
    [InlineData("a\\b", "a%5Cb")]
    public async Task Any_other_external_id_is_read_by_its_path(string externalId, string escaped)
    {
        Customer created = await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = externalId }, cancellationToken: None);

        Customer found = await _fixture.Client.GetAsync(CustomerKey.FromExternalId(externalId), cancellationToken: None);

        found.Id.ShouldBe(created.Id);
        Sent()[^1].ShouldBe($"GET /customers/external/{escaped}");
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_dot_or_two_dots_are_refused_as_an_external_id(string externalId)
    {
        await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.GetAsync(CustomerKey.FromExternalId(externalId), cancellationToken: None));

        _fixture.Provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_external_id_with_a_slash_is_not_found_like_any_other()
    {
        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(
            () => _fixture.Client.GetAsync(CustomerKey.FromExternalId("a/b"), cancellationToken: None));

        failure.Provider.ShouldBe("flexprice");
        failure.Operation.ShouldBe(CustomerOperation.Get);
        failure.Message.ShouldBe("Flexprice found no published customer with this external id.");
        failure.RequestId.ShouldNotBeNullOrEmpty();
        failure.Attempts.ShouldBe(1);
        failure.IsTransient.ShouldBeFalse();
        failure.OutcomeUnknown.ShouldBeFalse();
        (await _fixture.Client.FindAsync(CustomerKey.FromExternalId("a/b"), cancellationToken: None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_ignores_the_search_finds_nobody()
    {
        _fixture.Provider.Answer(200, """{"items":[{"id":"cust_1","external_id":"a"},null],"pagination":{"total":2,"limit":1,"offset":1}}""");

        await Should.ThrowAsync<BillingNotFoundException>(() => _fixture.Client.GetAsync(CustomerKey.FromExternalId("a/b"), cancellationToken: None));
    }

    [Fact]
    public async Task An_archived_customer_is_not_found_by_an_external_id_with_a_slash()
    {
        await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = "a/b" }, cancellationToken: None);

        await _fixture.Client.DeleteAsync(CustomerKey.FromExternalId("a/b"), cancellationToken: None);
        BillingNotFoundException again = await Should.ThrowAsync<BillingNotFoundException>(
            () => _fixture.Client.DeleteAsync(CustomerKey.FromExternalId("a/b"), cancellationToken: None));

        again.Operation.ShouldBe(CustomerOperation.Delete);
        _fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
        Sent().ShouldBe(["POST /customers", Search, $"DELETE /customers/{_fixture.Provider.Customers[0].Id}", Search]);
    }

    [Fact]
    public async Task A_delete_whose_answer_is_lost_is_done_when_the_search_finds_nobody()
    {
        using FlexpriceCustomerClient other = _fixture.CreateClient(static _ => { });
        await other.CreateAsync(FlexpriceFixture.Ada with { ExternalId = "a/b" }, cancellationToken: None);
        _fixture.Provider.Fault(SimulatedFault.ResetAfterCommit, static request => request.Method == "DELETE");

        await _fixture.Client.DeleteAsync(CustomerKey.FromExternalId("a/b"), cancellationToken: None);

        Sent()[^1].ShouldBe(Search);
        _fixture.Provider.Customers.ShouldHaveSingleItem().IsArchived.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a/../b")]
    public async Task A_create_whose_answer_is_lost_is_searched_for(string externalId)
    {
        _fixture.Provider.Fault(SimulatedFault.ResetAfterCommit, Requests.Post("/customers"));

        Customer created = await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = externalId }, cancellationToken: None);

        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        Sent().ShouldBe(["POST /customers", Search]);
    }

    [Fact]
    public async Task A_create_that_is_lost_on_its_way_is_searched_for_and_sent_again()
    {
        _fixture.Provider.Fault(SimulatedFault.ResetBeforeRead, Requests.Post("/customers"));

        await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = "a/b" }, cancellationToken: None);

        _fixture.Provider.Customers.ShouldHaveSingleItem();
        Sent().ShouldBe(["POST /customers", Search, "POST /customers"]);
    }

    [Fact]
    public async Task An_update_names_any_external_id_in_its_query()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = "a/b" }, cancellationToken: None);

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromExternalId("a/b"), new CustomerUpdate { Name = "Ada King" }, cancellationToken: None);

        updated.Id.ShouldBe(created.Id);
        _fixture.Provider.Requests[^1].Target.ShouldBe("/flexprice/v1/customers?external_customer_id=a%2Fb");
    }

    [Theory]
    [InlineData("usage")]
    [InlineData("wallets")]
    [InlineData("external/crm-1815")]
    [InlineData("cust_1/usage")]
    [InlineData("/")]
    public async Task An_id_that_is_another_path_is_refused_with_the_reason(string id)
    {
        BillingValidationException got = await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.GetAsync(CustomerKey.FromId(id), cancellationToken: None));
        BillingValidationException deleted = await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.DeleteAsync(CustomerKey.FromId(id), cancellationToken: None));

        got.Message.ShouldBe(
            "Flexprice: CustomerKey.FromId contains a slash, or is 'usage' or 'wallets', which are other paths at Flexprice."
            + " Use the id that Flexprice gave the customer, cust_…. Nothing was sent.");
        got.Operation.ShouldBe(CustomerOperation.Get);
        deleted.Operation.ShouldBe(CustomerOperation.Delete);
        _fixture.Provider.Requests.ShouldBeEmpty();
    }

    /// <summary>These are paths with other verbs, or the beginnings of paths.</summary>
    [Theory]
    [InlineData("search")]
    [InlineData("external")]
    [InlineData("lookup")]
    [InlineData("portal")]
    public async Task An_id_that_only_begins_another_path_is_an_id(string id)
    {
        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(
            () => _fixture.Client.GetAsync(CustomerKey.FromId(id), cancellationToken: None));

        failure.ProviderMessage.ShouldBe($"Customer with ID {id} was not found");
    }

    private string[] Sent() => [.. _fixture.Provider.Requests.Select(static request => $"{request.Method} {request.Path}")];
}
