using System.Text.Json;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>Every operation, over a real socket: what goes over the wire, and what comes back.</summary>
public sealed class OperationTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexpriceFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Create_sends_the_key_and_a_flat_body_and_returns_what_was_stored()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: None);

        JournalEntry sent = _fixture.Provider.Requests.ShouldHaveSingleItem();
        sent.Method.ShouldBe("POST");
        sent.Target.ShouldBe("/flexprice/v1/customers");
        sent.Header("x-api-key").ShouldBe(_fixture.Provider.ApiKey);
        sent.Header("Content-Type")!.ShouldStartWith("application/json");
        JsonElement.DeepEquals(
            JsonElement.Parse(sent.BodyText),
            JsonElement.Parse("""{"external_id":"crm-1815","name":"Ada Lovelace","email":"ada@example.com"}""")).ShouldBeTrue(sent.BodyText);
        created.Id.ShouldStartWith("cust_");
        created.ExternalId.ShouldBe("crm-1815");
        created.Status.ShouldBe(CustomerStatus.Active);
        created.CreatedAt.ShouldNotBeNull();
        created.As<FlexpriceCustomer>()!.Status.ShouldBe("published");
        created.Response!.StatusCode.ShouldBe(201);
        created.Response.Attempts.ShouldBe(1);
        created.Response.RequestId.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_sends_what_is_set_and_leaves_the_rest(bool byId)
    {
        Customer created = await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { Phone = "+442071234567" }, cancellationToken: None);
        CustomerKey key = byId ? CustomerKey.FromId(created.Id) : CustomerKey.FromExternalId("crm-1815");

        Customer updated = await _fixture.Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King", Phone = null }, cancellationToken: None);

        JournalEntry sent = _fixture.Provider.Requests[^1];
        sent.Target.ShouldBe(byId ? $"/flexprice/v1/customers?id={created.Id}" : "/flexprice/v1/customers?external_customer_id=crm-1815");
        sent.BodyText.ShouldBe("""{"name":"Ada King","contact":""}""");
        updated.Name.ShouldBe("Ada King");
        updated.Phone.ShouldBeNull();
        updated.Email.ShouldBe("ada@example.com");
    }

    /// <summary>The server notes the change in metadata, and by its source fails where there is none: docs/providers.md says so.</summary>
    [Fact]
    public async Task Changing_the_external_id_of_a_customer_without_metadata_fails_at_the_provider()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexpriceFixture.Ada, cancellationToken: None);
        CustomerKey key = CustomerKey.FromId(created.Id);
        CustomerUpdate move = new() { ExternalId = "crm-1843" };

        (await Should.ThrowAsync<BillingProviderException>(() => _fixture.Client.UpdateAsync(key, move, cancellationToken: None))).StatusCode.ShouldBe(500);

        await _fixture.Client.UpdateAsync(key, new CustomerUpdate { Metadata = new Dictionary<string, string> { ["tier"] = "gold" } }, cancellationToken: None);
        (await _fixture.Client.UpdateAsync(key, move, cancellationToken: None)).ExternalId.ShouldBe("crm-1843");
    }

    [Fact]
    public async Task List_pages_by_the_next_offset_until_the_total()
    {
        for (int i = 0; i < 5; i++)
        {
            await _fixture.Client.CreateAsync(FlexpriceFixture.Ada with { ExternalId = $"crm-{i}" }, cancellationToken: None);
        }

        List<string?> listed = [];
        await foreach (Customer customer in _fixture.Client.ListAsync(new CustomerListRequest { PageSize = 2 }, cancellationToken: None))
        {
            listed.Add(customer.ExternalId);
        }

        listed.ShouldBe(["crm-4", "crm-3", "crm-2", "crm-1", "crm-0"]);
        _fixture.Provider.Requests.Count(request => request.Target.EndsWith("/search", StringComparison.Ordinal)).ShouldBe(3);
    }
}
