using Microsoft.Extensions.Time.Testing;

namespace BillingClients.Testing.Tests;

public class FakeUpdateTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Unset_leaves_null_clears_and_a_value_replaces()
    {
        FakeTimeProvider clock = new();
        using FakeCustomerClient client = new(timeProvider: clock);
        Dictionary<string, string> metadata = new() { ["a"] = "1" };
        CustomerCreate ada = new() { Name = "Ada", Phone = "+14155550100", Email = "ada@example.com", Metadata = metadata };
        Customer created = await client.CreateAsync(ada, cancellationToken: Cancellation);
        clock.Advance(TimeSpan.FromSeconds(5));

        CustomerUpdate update = new() { Name = "Ada King", Phone = null, Metadata = new Dictionary<string, string> { ["b"] = "2" } };
        Customer updated = await client.UpdateAsync(CustomerKey.FromId(created.Id), update, cancellationToken: Cancellation);

        (updated.Name, updated.Phone, updated.Email).ShouldBe(("Ada King", null, "ada@example.com"));
        updated.Metadata.ShouldBe(new Dictionary<string, string> { ["b"] = "2" });
        (updated.UpdatedAt - updated.CreatedAt).ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_unique_key_cannot_be_taken_from_another()
    {
        using FakeCustomerClient client = new();
        Customer first = await client.CreateAsync(new CustomerCreate { ExternalId = "crm-1" }, cancellationToken: Cancellation);
        await client.CreateAsync(new CustomerCreate { ExternalId = "crm-2" }, cancellationToken: Cancellation);

        BillingConflictException conflict = await Should.ThrowAsync<BillingConflictException>(() =>
            client.UpdateAsync(CustomerKey.FromId(first.Id), new CustomerUpdate { ExternalId = "crm-2" }, cancellationToken: Cancellation));

        conflict.ExistingId.ShouldBe("fake_2");
        client.Customers.Select(customer => customer.ExternalId).ShouldBe(["crm-1", "crm-2"]);
    }

    [Fact]
    public async Task The_policy_for_unsupported_fields_is_the_callers()
    {
        CustomerCapabilities noPhone = FakeCustomerClient.Everything with
        {
            Fields = FakeCustomerClient.Everything.Fields.Where(field => field.Key != CustomerField.Phone).ToDictionary(),
        };
        using FakeCustomerClient client = new(noPhone);
        CustomerCreate ada = new() { Name = "Ada", Phone = "+14155550100" };

        UnsupportedFieldException refusal = await Should.ThrowAsync<UnsupportedFieldException>(() => client.CreateAsync(ada, cancellationToken: Cancellation));
        Customer stored = await client.CreateAsync(ada, new CallOptions { UnsupportedFields = UnsupportedFields.StoreInMetadata }, Cancellation);
        Customer ignored = await client.CreateAsync(ada, new CallOptions { UnsupportedFields = UnsupportedFields.Ignore }, Cancellation);

        refusal.Field.ShouldBe(CustomerField.Phone);
        stored.Metadata["phone"].ShouldBe("+14155550100");
        ignored.Metadata.ShouldBeEmpty();
    }
}
