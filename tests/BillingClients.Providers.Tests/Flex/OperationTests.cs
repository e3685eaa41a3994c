using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>Every operation, over a real socket: what goes over the wire, and what comes back.</summary>
public sealed class OperationTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Create_sends_the_key_and_a_wrapped_body_and_returns_what_was_stored()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        JournalEntry sent = _fixture.Provider.Requests[^1];
        sent.Method.ShouldBe("POST");
        sent.Target.ShouldBe("/flex/v1/customers");
        sent.Header("Authorization").ShouldBe("Bearer " + _fixture.Provider.ApiKey);
        sent.Header("Content-Type")!.ShouldStartWith("application/json");
        sent.BodyText.ShouldBe("""{"customer":{"first_name":"Ada","last_name":"Lovelace","email":"ada@example.com"}}""");
        sent.Objection.ShouldBeNull();
        created.Provider.ShouldBe("flex");
        created.Id.ShouldStartWith("fcus_");
        created.Name.ShouldBe("Ada Lovelace");
        created.FirstName.ShouldBe("Ada");
        created.LastName.ShouldBe("Lovelace");
        created.Mode.ShouldBe(CustomerMode.Test);
        created.CreatedAt.ShouldNotBeNull();
        created.As<FlexCustomer>()!.TestMode.ShouldBe(true);
        created.Response!.StatusCode.ShouldBe(200);
        created.Response.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task Create_sends_the_callers_idempotency_key_or_one_of_its_own()
    {
        await _fixture.Client.CreateAsync(FlexFixture.Ada, new CallOptions { IdempotencyKey = "order-1815" }, None);
        _fixture.Provider.Requests[^1].Header("Idempotency-Key").ShouldBe("order-1815");
        await _fixture.Client.CreateAsync(FlexFixture.Ada with { Email = "grace@example.com" }, cancellationToken: None);
        Guid.TryParse(_fixture.Provider.Requests[^1].Header("Idempotency-Key"), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Get_reads_by_id()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);

        Customer read = await _fixture.Client.GetAsync(CustomerKey.FromId(created.Id), cancellationToken: None);

        read.Name.ShouldBe("Ada Lovelace");
        _fixture.Provider.Requests[^1].Target.ShouldBe($"/flex/v1/customers/{created.Id}");
        (await _fixture.Client.FindAsync(CustomerKey.FromId("fcus_01HACM7FZ1084XB1GB6053VM0D"), cancellationToken: None)).ShouldBeNull();
    }

    [Fact]
    public async Task Update_sends_what_is_set_and_leaves_the_rest()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada with { Phone = "+442071234567" }, cancellationToken: None);

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id),
            new CustomerUpdate { LastName = "King", Phone = null, ProviderFields = [new FlexCustomerFields { Employer = "Flex" }] },
            cancellationToken: None);

        _fixture.Provider.Requests.Count.ShouldBe(3);
        JournalEntry sent = _fixture.Provider.Requests[^1];
        sent.Method.ShouldBe("PATCH");
        sent.Target.ShouldBe($"/flex/v1/customers/{created.Id}");
        sent.BodyText.ShouldBe("""{"customer":{"last_name":"King","phone":null,"employer":"Flex"}}""");
        sent.Header("Idempotency-Key").ShouldBeNull();
        updated.Name.ShouldBe("Ada King");
        updated.Phone.ShouldBeNull();
        updated.Email.ShouldBe("ada@example.com");
        updated.As<FlexCustomer>()!.Employer.ShouldBe("Flex");
    }

    [Fact]
    public async Task An_update_names_every_part_of_a_new_address_and_clears_an_address_whole()
    {
        Customer created = await _fixture.Client.CreateAsync(
            FlexFixture.Ada with { ShippingAddress = new Address { Line1 = "1 Market Street", Line2 = "Suite 300" } }, cancellationToken: None);
        string addressId = created.As<FlexCustomer>()!.Shipping!.ShippingAddressId!;
        addressId.ShouldStartWith("fsh_");

        Customer moved = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id),
            new CustomerUpdate { ShippingAddress = new Address { Line1 = "2 Market Street", City = "San Francisco" } },
            cancellationToken: None);

        _fixture.Provider.Requests[^1].BodyText.ShouldBe(
            """{"customer":{"shipping":{"line1":"2 Market Street","line2":null,"city":"San Francisco","state":null,"postal_code":null,"country":null}}}""");
        moved.ShippingAddress.ShouldBe(new Address { Line1 = "2 Market Street", City = "San Francisco" });
        moved.As<FlexCustomer>()!.Shipping!.ShippingAddressId.ShouldBe(addressId);

        Customer cleared = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id), new CustomerUpdate { ShippingAddress = null }, cancellationToken: None);

        _fixture.Provider.Requests[^1].BodyText.ShouldBe("""{"customer":{"shipping":null}}""");
        cleared.ShippingAddress.ShouldBeNull();
    }

    [Theory]
    [InlineData(200, """{"customer":{"customer_id":"fcus_1"}}""")]
    [InlineData(202, "")]
    [InlineData(204, "")]
    public async Task Any_success_is_a_delete(int status, string body)
    {
        _fixture.Provider.Answer(status, body);

        await _fixture.Client.DeleteAsync(CustomerKey.FromId("fcus_1"), cancellationToken: None);

        JournalEntry sent = _fixture.Provider.Requests.ShouldHaveSingleItem();
        sent.Method.ShouldBe("DELETE");
        sent.Target.ShouldBe("/flex/v1/customers/fcus_1");
        sent.Body.Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_and_its_email_is_free()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        CustomerKey key = CustomerKey.FromId(created.Id);

        await _fixture.Client.DeleteAsync(key, cancellationToken: None);

        (await _fixture.Client.FindAsync(key, cancellationToken: None)).ShouldBeNull();
        (await _fixture.Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None)).Items.ShouldBeEmpty();
        await Should.ThrowAsync<BillingNotFoundException>(() => _fixture.Client.DeleteAsync(key, cancellationToken: None));
        (await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None)).Id.ShouldNotBe(created.Id);
    }

    [Fact]
    public async Task A_delete_whose_answer_is_lost_is_sent_again_and_finds_nobody()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, cancellationToken: None);
        _fixture.Provider.Fault(SimulatedFault.ResetAfterCommit);

        await _fixture.Client.DeleteAsync(CustomerKey.FromId(created.Id), cancellationToken: None);

        _fixture.Provider.Customers.ShouldBeEmpty();
        _fixture.Provider.Requests.Count(static request => request.Method == "DELETE").ShouldBe(2);
    }

    [Fact]
    public async Task The_mode_of_a_live_key_is_live()
    {
        _fixture.Provider.AcceptKey("fsk_01JD3Q5N0T8Y4W2V6X9Z1A7B3L");

        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada, new CallOptions { ApiKey = "fsk_01JD3Q5N0T8Y4W2V6X9Z1A7B3L" }, None);

        created.Mode.ShouldBe(CustomerMode.Live);
        created.As<FlexCustomer>()!.TestMode.ShouldBe(false);
        (await _fixture.Client.FindAsync(CustomerKey.FromId(created.Id), cancellationToken: None)).ShouldBeNull();
    }
}
