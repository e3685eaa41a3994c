using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Testing.Tests;

public class FakeCreateTests
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_is_stored_with_an_id_that_counts_and_the_time_of_the_clock()
    {
        FakeTimeProvider clock = new();
        using FakeCustomerClient client = new(timeProvider: clock);

        Customer created = await client.CreateAsync(Ada, cancellationToken: Cancellation);

        created.Id.ShouldBe("fake_1");
        created.CreatedAt.ShouldBe(clock.GetUtcNow());
        created.Status.ShouldBe(CustomerStatus.Active);
        created.Response!.StatusCode.ShouldBe(201);
        created.Response.RequestId.ShouldBe("req_1");
        client.Customers.ShouldHaveSingleItem().Email.ShouldBe("ada@example.com");
    }

    [Fact]
    public async Task A_conflict_names_the_customer_in_the_way()
    {
        using FakeCustomerClient client = new();
        Customer first = await client.CreateAsync(Ada, cancellationToken: Cancellation);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() =>
            client.CreateAsync(Ada with { Name = "Other" }, cancellationToken: Cancellation));

        conflict.ExistingId.ShouldBe(first.Id);
        conflict.StatusCode.ShouldBe(409);
        conflict.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task An_email_address_is_unique_where_that_is_declared()
    {
        using FakeCustomerClient client = new(FakeCustomerClient.Everything with { UniqueKey = UniqueKey.Email });
        await client.CreateAsync(Ada, cancellationToken: Cancellation);

        await Should.ThrowAsync<BillingConflictException>(() => client.CreateAsync(Ada with { ExternalId = "crm-2" }, cancellationToken: Cancellation));
        await client.CreateAsync(Ada with { Email = "other@example.com" }, cancellationToken: Cancellation);

        client.Customers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_idempotency_key_creates_once()
    {
        using FakeCustomerClient client = new();
        CallOptions options = new() { IdempotencyKey = "order-7" };

        Customer first = await client.CreateAsync(Ada, options, Cancellation);
        Customer second = await client.CreateAsync(Ada, options, Cancellation);

        second.Id.ShouldBe(first.Id);
        client.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_idempotency_key_of_another_customer_is_a_conflict()
    {
        using FakeCustomerClient client = new();
        CallOptions options = new() { IdempotencyKey = "order-7" };
        Customer first = await client.CreateAsync(Ada, options, Cancellation);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(
            () => client.CreateAsync(Ada with { ExternalId = "crm-1906", Name = "Grace Hopper" }, options, Cancellation));

        conflict.Reason.ShouldBe(ConflictReason.IdempotencyKeyReused);
        conflict.ExistingId.ShouldBe(first.Id);
        client.Customers.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_the_provider_does_not_return_is_not_shown()
    {
        FieldSupport taken = new(Support.Native, Support.Native, Support.Native, Read: Support.Unsupported);
        Dictionary<CustomerField, FieldSupport> fields = new(FakeCustomerClient.Everything.Fields) { [CustomerField.Phone] = taken };
        using FakeCustomerClient client = new(FakeCustomerClient.Everything with { Fields = fields });

        Customer created = await client.CreateAsync(Ada with { Phone = "+14155550100" }, cancellationToken: Cancellation);

        created.Phone.ShouldBeNull();
        client.Calls.ShouldHaveSingleItem().Customer!.Phone.ShouldBe("+14155550100");
    }

    [Fact]
    public async Task Of_creates_at_the_same_time_one_wins()
    {
        using FakeCustomerClient client = new();

        bool[] won = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
            await Record.ExceptionAsync(() => client.CreateAsync(Ada, cancellationToken: Cancellation)) is null)));

        won.Count(one => one).ShouldBe(1);
        client.Calls.Select(call => call.Number).ShouldBe(Enumerable.Range(1, 32));
    }
}
