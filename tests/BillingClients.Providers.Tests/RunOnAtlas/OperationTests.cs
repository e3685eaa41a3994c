using System.Text.Json;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>Every operation, over a real socket: what goes over the wire, and what comes back.</summary>
public sealed class OperationTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly RunOnAtlasFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Create_sends_the_key_and_a_flat_body_and_returns_the_customer_with_its_subscription()
    {
        Customer created = await _fixture.Client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None);

        JournalEntry sent = _fixture.Provider.Requests.ShouldHaveSingleItem();
        sent.Method.ShouldBe("POST");
        sent.Target.ShouldBe("/runonatlas/external/customers");
        sent.Header("x-api-key").ShouldBe(_fixture.Provider.ApiKey);
        sent.Header("Authorization").ShouldBeNull();
        sent.Header("Idempotency-Key").ShouldBeNull();
        sent.Header("Content-Type")!.ShouldStartWith("application/json");
        sent.Objection.ShouldBeNull();
        JsonElement.DeepEquals(
            JsonElement.Parse(sent.BodyText),
            JsonElement.Parse("""{"externalId":"crm-1815","name":"Ada Lovelace","email":"ada@example.com"}""")).ShouldBeTrue(sent.BodyText);
        created.Provider.ShouldBe("runonatlas");
        created.Id.ShouldBe(_fixture.Provider.Customers.ShouldHaveSingleItem().Id);
        created.ExternalId.ShouldBe("crm-1815");
        created.Name.ShouldBe("Ada Lovelace");
        created.CreatedAt.ShouldNotBeNull();
        created.Response!.Attempts.ShouldBe(1);
        RunOnAtlasCustomer own = created.As<RunOnAtlasCustomer>()!;
        own.IsEligibleForTrial.ShouldBe(true);
        RunOnAtlasSubscription subscription = own.ActiveSubscriptions!.ShouldHaveSingleItem();
        subscription.CustomerId.ShouldBe(created.Id);
        subscription.PlanId.ShouldBe(_fixture.Provider.DefaultPlanId);
        subscription.Plan!.Name.ShouldBe("Free");
    }

    [Fact]
    public async Task Get_by_id_returns_the_plain_customer()
    {
        Customer created = await _fixture.Client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None);

        Customer got = await _fixture.Client.GetAsync(CustomerKey.FromId(created.Id), cancellationToken: None);

        _fixture.Provider.Requests[^1].Target.ShouldBe($"/runonatlas/external/customers/{created.Id}");
        got.Name.ShouldBe("Ada Lovelace");
        got.As<RunOnAtlasCustomer>()!.ActiveSubscriptions.ShouldBeNull();
    }

    [Fact]
    public async Task Get_by_external_id_returns_the_expanded_customer()
    {
        Customer created = await _fixture.Client.CreateAsync(RunOnAtlasFixture.Ada with { ExternalId = "a/b c" }, cancellationToken: None);
        _fixture.Provider.AddTrial(created.Id);
        _fixture.Provider.AddCredits(created.Id, "cpu-calls", 12.5m);

        Customer got = await _fixture.Client.GetAsync(CustomerKey.FromExternalId("a/b c"), cancellationToken: None);

        _fixture.Provider.Requests[^1].Target.ShouldBe("/runonatlas/external/customers/external-id/a%2Fb%20c/expanded");
        got.Id.ShouldBe(created.Id);
        RunOnAtlasCustomer own = got.As<RunOnAtlasCustomer>()!;
        own.IsEligibleForTrial.ShouldBe(false);
        own.ActiveSubscriptions!.Count.ShouldBe(2);
        own.CustomPricingUnits!.ShouldHaveSingleItem().Balance.ShouldBe(12.5m);
    }

    [Fact]
    public async Task Update_by_external_id_reads_and_then_upserts_what_is_set()
    {
        Customer created = await _fixture.Client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None);

        CustomerUpdate update = new() { Name = "Ada King", Email = null };
        Customer updated = await _fixture.Client.UpdateAsync(RunOnAtlasFixture.AdaKey, update, cancellationToken: None);

        JournalEntry[] sent = [.. _fixture.Provider.Requests.Skip(1)];
        sent.Select(request => $"{request.Method} {request.Path}")
            .ShouldBe(["GET /external/customers/external-id/crm-1815/expanded", "POST /external/customers/upsert"]);
        sent[1].BodyText.ShouldBe("""{"externalId":"crm-1815","email":null,"name":"Ada King"}""");
        updated.Id.ShouldBe(created.Id);
        updated.Name.ShouldBe("Ada King");
        updated.Email.ShouldBeNull();
    }

    [Fact]
    public async Task Update_by_id_learns_the_external_id_first()
    {
        Customer created = await _fixture.Client.CreateAsync(RunOnAtlasFixture.Ada, cancellationToken: None);

        CustomerUpdate update = new() { ProviderFields = [new RunOnAtlasCustomerFields { StripeId = "cus_simulated" }] };
        Customer updated = await _fixture.Client.UpdateAsync(CustomerKey.FromId(created.Id), update, cancellationToken: None);

        JournalEntry[] sent = [.. _fixture.Provider.Requests.Skip(1)];
        sent.Select(request => $"{request.Method} {request.Path}").ShouldBe([$"GET /external/customers/{created.Id}", "POST /external/customers/upsert"]);
        sent[1].BodyText.ShouldBe("""{"externalId":"crm-1815","stripeId":"cus_simulated"}""");
        updated.Id.ShouldBe(created.Id);
        updated.Name.ShouldBe("Ada Lovelace");
        updated.As<RunOnAtlasCustomer>()!.StripeId.ShouldBe("cus_simulated");
    }

    [Fact]
    public async Task Update_replaces_an_address_as_a_whole()
    {
        Address before = new() { Line1 = "1 Market Street", Line2 = "Suite 300", City = "San Francisco", State = "CA", PostalCode = "94105", Country = "US" };
        await _fixture.Client.CreateAsync(RunOnAtlasFixture.Ada with { BillingAddress = before, ShippingAddress = before }, cancellationToken: None);

        CustomerUpdate update = new() { BillingAddress = new Address { Line1 = "12 Pine Street", PostalCode = "98101-1234" }, ShippingAddress = null };
        Customer updated = await _fixture.Client.UpdateAsync(RunOnAtlasFixture.AdaKey, update, cancellationToken: None);

        JsonElement.DeepEquals(
            JsonElement.Parse(_fixture.Provider.Requests[^1].BodyText),
            JsonElement.Parse("""
                {
                  "externalId": "crm-1815",
                  "billingAddress1": "12 Pine Street", "billingAddress2": null, "billingCity": null, "billingCountry": null, "billingState": null,
                  "billingZipCode": "98101-1234",
                  "shippingAddress1": null, "shippingAddress2": null, "shippingCity": null, "shippingCountry": null, "shippingState": null,
                  "shippingZipCode": null
                }
                """)).ShouldBeTrue(_fixture.Provider.Requests[^1].BodyText);
        updated.BillingAddress.ShouldBe(new Address { Line1 = "12 Pine Street", PostalCode = "98101-1234" });
        updated.ShippingAddress.ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_of_a_customer_that_is_not_there_finds_nothing_and_creates_nothing(bool byId)
    {
        CustomerKey key = byId ? CustomerKey.FromId("6f1f0c0e-6a63-4f0e-9b0a-3f1d5d2f8a11") : RunOnAtlasFixture.AdaKey;

        BillingNotFoundException failure = await Should.ThrowAsync<BillingNotFoundException>(
            _fixture.Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None));

        failure.Operation.ShouldNotBeNull().Kind.ShouldBe(OperationKind.Update);
        failure.ProviderMessage.ShouldBe("Customer not found");
        failure.OutcomeUnknown.ShouldBeFalse();
        _fixture.Provider.Requests.ShouldHaveSingleItem().Method.ShouldBe("GET");
        _fixture.Provider.Customers.ShouldBeEmpty();
    }
}
