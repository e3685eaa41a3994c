using System.Text.Json;

namespace BillingClients.Providers.Tests.Atlas;

/// <summary>The external id lives in metadata, which Atlas replaces as a whole: neither is lost when the other is changed.</summary>
public sealed class ExternalIdTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly AtlasFixture _fixture = new();

    private CustomerKey _ada;

    public async ValueTask InitializeAsync()
    {
        await _fixture.InitializeAsync();
        _fixture.Send(
            "POST", "/customers", """{"email":"ada@example.com","metadata":{"external_id":"crm-1815","seats":5,"tags":["a",{"b":null}],"tier":"gold"}}""");
        _ada = CustomerKey.FromId(_fixture.Provider.Customers.Single().Id);
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task It_is_read_from_metadata()
    {
        Customer ada = await _fixture.Client.GetAsync(_ada, cancellationToken: None);

        ada.ExternalId.ShouldBe("crm-1815");
        ada.Metadata["external_id"].ShouldBe("crm-1815");
        ada.Metadata["seats"].ShouldBe("5");
    }

    [Fact]
    public async Task Changing_it_keeps_the_other_metadata_as_it_is_stored()
    {
        Customer updated = await UpdateAsync(new CustomerUpdate { ExternalId = "crm-1843" });

        updated.ExternalId.ShouldBe("crm-1843");
        ShouldHaveSent("""{"external_id":"crm-1843","seats":5,"tags":["a",{"b":null}],"tier":"gold"}""", reads: true);
    }

    [Fact]
    public async Task Clearing_it_keeps_the_other_metadata()
    {
        Customer updated = await UpdateAsync(new CustomerUpdate { ExternalId = null });

        updated.ExternalId.ShouldBeNull();
        ShouldHaveSent("""{"seats":5,"tags":["a",{"b":null}],"tier":"gold"}""", reads: true);
    }

    [Fact]
    public async Task Replacing_metadata_keeps_it()
    {
        Customer updated = await UpdateAsync(new CustomerUpdate { Metadata = new Dictionary<string, string> { ["tier"] = "silver" } });

        updated.ExternalId.ShouldBe("crm-1815");
        ShouldHaveSent("""{"tier":"silver","external_id":"crm-1815"}""", reads: true);
    }

    [Fact]
    public async Task Clearing_metadata_keeps_it()
    {
        Customer updated = await UpdateAsync(new CustomerUpdate { Metadata = null });

        updated.ExternalId.ShouldBe("crm-1815");
        ShouldHaveSent("""{"external_id":"crm-1815"}""", reads: true);
    }

    [Fact]
    public async Task Setting_both_reads_nothing()
    {
        await UpdateAsync(new CustomerUpdate { ExternalId = "crm-1843", Metadata = new Dictionary<string, string> { ["tier"] = "silver" } });

        ShouldHaveSent("""{"tier":"silver","external_id":"crm-1843"}""", reads: false);
    }

    [Fact]
    public async Task Clearing_it_and_replacing_metadata_reads_nothing()
    {
        await UpdateAsync(new CustomerUpdate { ExternalId = null, Metadata = new Dictionary<string, string> { ["tier"] = "silver" } });

        ShouldHaveSent("""{"tier":"silver"}""", reads: false);
    }

    [Fact]
    public async Task Metadata_that_holds_it_already_reads_nothing()
    {
        await UpdateAsync(new CustomerUpdate { Metadata = new Dictionary<string, string> { ["external_id"] = "crm-1843" } });

        ShouldHaveSent("""{"external_id":"crm-1843"}""", reads: false);
    }

    [Fact]
    public async Task An_update_of_neither_leaves_metadata_out()
    {
        await UpdateAsync(new CustomerUpdate { Name = "Ada" });

        _fixture.Sent.ShouldBe([$"PATCH /customers/{_ada.Value}"]);
        _fixture.Provider.Requests[^1].BodyText.ShouldBe("""{"name":"Ada"}""");
    }

    [Fact]
    public async Task A_customer_without_metadata_gets_it()
    {
        _fixture.Provider.Answer(200, $$"""{"id":"{{_ada.Value}}","metadata":null}""", Testing.Requests.Get("/customers/*"));

        await UpdateAsync(new CustomerUpdate { ExternalId = "crm-1843" });

        ShouldHaveSent("""{"external_id":"crm-1843"}""", reads: true);
    }

    [Fact]
    public async Task A_customer_that_is_not_there_is_not_patched()
    {
        BillingNotFoundException missing = await Should.ThrowAsync<BillingNotFoundException>(
            () => _fixture.Client.UpdateAsync(CustomerKey.FromId("nobody"), new CustomerUpdate { ExternalId = "crm-1843" }, cancellationToken: None));

        missing.Operation.ShouldNotBeNull().Kind.ShouldBe(OperationKind.Update);
        _fixture.Sent.ShouldBe(["GET /customers/nobody"]);
    }

    [Fact]
    public async Task A_read_that_fails_is_tried_again_and_leaves_no_doubt_about_the_write()
    {
        _fixture.Provider.Answer(500, """{"error":{"code":"internal_error","message":"Internal server error"}}""", Testing.Requests.Get("/customers/*"));

        await UpdateAsync(new CustomerUpdate { ExternalId = "crm-1843" });

        _fixture.Sent.ShouldBe([$"GET /customers/{_ada.Value}", $"GET /customers/{_ada.Value}", $"PATCH /customers/{_ada.Value}"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"metadata":["crm-1815"]}""")]
    [InlineData("""{"metadata":"crm-1815"}""")]
    public async Task A_read_that_makes_no_sense_stops_the_update(string answer)
    {
        using AtlasCustomerClient client = _fixture.CreateClient(options => options.MaxAttempts = 1);
        _fixture.Provider.Answer(200, answer, Testing.Requests.Get("/customers/*"));

        UnreadableResponseException failure = await Should.ThrowAsync<UnreadableResponseException>(
            () => client.UpdateAsync(_ada, new CustomerUpdate { ExternalId = "crm-1843" }, cancellationToken: None));

        failure.OutcomeUnknown.ShouldBeFalse();
        _fixture.Sent.ShouldBe([$"GET /customers/{_ada.Value}"]);
    }

    private Task<Customer> UpdateAsync(CustomerUpdate update) => _fixture.Client.UpdateAsync(_ada, update, cancellationToken: None);

    private void ShouldHaveSent(string metadata, bool reads)
    {
        string patch = $"PATCH /customers/{_ada.Value}";
        _fixture.Sent.ShouldBe(reads ? [$"GET /customers/{_ada.Value}", patch] : [patch]);
        JsonElement sent = JsonElement.Parse(_fixture.Provider.Requests[^1].BodyText).GetProperty("metadata");
        JsonElement.DeepEquals(sent, JsonElement.Parse(metadata)).ShouldBeTrue(sent.GetRawText());
    }
}
