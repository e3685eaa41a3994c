using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Atlas;

/// <summary>Every operation, over a real socket: what goes over the wire, and what comes back.</summary>
public sealed class OperationTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly AtlasFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [InlineData(AtlasDialect.Source, 201)]
    [InlineData(AtlasDialect.Documentation, 200)]
    public async Task Create_sends_the_key_and_a_flat_body_and_returns_what_was_stored(AtlasDialect dialect, int status)
    {
        _fixture.Provider.Dialect = dialect;

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        JournalEntry sent = _fixture.Provider.Requests.ShouldHaveSingleItem();
        sent.Method.ShouldBe("POST");
        sent.Target.ShouldBe("/atlas/functions/v1/customers");
        sent.Header("Authorization").ShouldBe($"Bearer {_fixture.Provider.ApiKey}");
        sent.Header("Content-Type")!.ShouldStartWith("application/json");
        Guid.TryParse(sent.Header("Idempotency-Key"), out _).ShouldBeTrue();
        sent.BodyText.ShouldBe("""{"email":"ada@example.com","name":"Ada Lovelace","metadata":{"external_id":"crm-1815"}}""");
        created.Id.ShouldBe(_fixture.Provider.Customers.Single().Id);
        created.ExternalId.ShouldBe("crm-1815");
        created.Email.ShouldBe("ada@example.com");
        created.CreatedAt.ShouldNotBeNull().Millisecond.ShouldBe(0);
        created.As<AtlasCustomer>()!.ObjectType.ShouldBe("customer");
        created.Response!.StatusCode.ShouldBe(status);
        created.Response.Attempts.ShouldBe(1);
        _fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_sends_the_callers_idempotency_key()
    {
        await _fixture.Client.CreateAsync(AtlasFixture.Ada, new CallOptions { IdempotencyKey = "order-1815" }, None);

        _fixture.Provider.Requests.ShouldHaveSingleItem().Header("Idempotency-Key").ShouldBe("order-1815");
    }

    [Fact]
    public async Task Update_sends_what_is_set_as_a_patch_and_leaves_the_rest()
    {
        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.FullAda, cancellationToken: None);

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id), new CustomerUpdate { Name = "Ada King", TaxExempt = false }, cancellationToken: None);

        JournalEntry sent = _fixture.Provider.Requests[^1];
        sent.Method.ShouldBe("PATCH");
        sent.Target.ShouldBe($"/atlas/functions/v1/customers/{created.Id}");
        sent.BodyText.ShouldBe("""{"name":"Ada King","tax_exempt":false}""");
        sent.Header("Idempotency-Key").ShouldBeNull();
        updated.Name.ShouldBe("Ada King");
        updated.TaxExempt.ShouldBe(false);
        updated.Phone.ShouldBe("+442071234567");
        updated.ExternalId.ShouldBe("crm-1815");
    }

    [Fact]
    public async Task Update_clears_with_null_and_empties_lists_and_maps()
    {
        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.FullAda, cancellationToken: None);

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id),
            new CustomerUpdate
            {
                Name = null,
                Phone = null,
                Description = null,
                BillingAddress = null,
                ShippingAddress = null,
                TaxIds = null,
                Metadata = null,
                ExternalId = null,
            },
            cancellationToken: None);

        _fixture.Provider.Requests[^1].BodyText.ShouldBe(
            """{"name":null,"phone":null,"description":null,"billing_address":null,"shipping_address":null,"tax_ids":[],"metadata":{}}""");
        updated.Name.ShouldBeNull();
        updated.Phone.ShouldBeNull();
        updated.Description.ShouldBeNull();
        updated.BillingAddress.ShouldBeNull();
        updated.ShippingAddress.ShouldBeNull();
        updated.TaxIds.ShouldBeEmpty();
        updated.Metadata.ShouldBeEmpty();
        updated.ExternalId.ShouldBeNull();
        updated.Email.ShouldBe("ada@example.com");
        _fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(AtlasDialect.Source)]
    [InlineData(AtlasDialect.Documentation)]
    public async Task Update_sets_the_default_payment_method_under_both_of_its_names(AtlasDialect dialect)
    {
        _fixture.Provider.Dialect = dialect;
        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id),
            new CustomerUpdate { ProviderFields = [new AtlasCustomerFields { DefaultPaymentMethod = "tok_1815" }] },
            cancellationToken: None);

        _fixture.Provider.Requests[^1].BodyText.ShouldBe("""{"default_payment_method":"tok_1815","default_token_id":"tok_1815"}""");
        updated.As<AtlasCustomer>()!.DefaultPaymentMethod.ShouldBe("tok_1815");
        _fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetOrCreate_looks_by_the_email_address_before_it_creates()
    {
        Customer created = await _fixture.Client.GetOrCreateAsync(AtlasFixture.Ada, cancellationToken: None);
        Customer found = await _fixture.Client.GetOrCreateAsync(AtlasFixture.Ada, cancellationToken: None);

        found.Id.ShouldBe(created.Id);
        _fixture.Sent.ShouldBe(["GET /customers?offset=0&email=ada%40example.com", "POST /customers", "GET /customers?offset=0&email=ada%40example.com"]);
    }

    [Fact]
    public async Task The_answers_request_id_and_rate_limit_can_be_reached()
    {
        _fixture.Provider.Dialect = AtlasDialect.Documentation;

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada, cancellationToken: None);

        created.Response!.RequestId.ShouldBe("req_00000001");
        created.Response.RateLimit!.Limit.ShouldBe(1000);
        created.Response.RateLimit.Reset.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_key_of_one_call_goes_before_the_clients()
    {
        _fixture.Provider.AcceptKey("sk_live_other_account");

        await _fixture.Client.CreateAsync(AtlasFixture.Ada, new CallOptions { ApiKey = "sk_live_other_account" }, None);

        _fixture.Provider.Requests.ShouldHaveSingleItem().Header("Authorization").ShouldBe("Bearer sk_live_other_account");
    }
}
