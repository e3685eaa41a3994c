using BillingClients.Testing;

namespace BillingClients.Testing.Tests.Fake;

/// <summary>The fake keeps what was checked, and refuses what a real client refuses. That nulls and bad texts are refused is in Providers.Tests.</summary>
public sealed class FakeArgumentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_is_recorded_as_it_was_checked()
    {
        using FakeCustomerClient client = new();
        Dictionary<string, string> metadata = new() { ["plan"] = "first" };
        Dictionary<string, string> headers = new() { ["X-Trace"] = "first" };

        Customer created = await client.CreateAsync(new CustomerCreate { Metadata = metadata }, new CallOptions { Headers = headers }, Token);
        await client.UpdateAsync(CustomerKey.FromId(created.Id), new CustomerUpdate { Metadata = metadata }, cancellationToken: Token);
        metadata["plan"] = "second";
        headers["X-Trace"] = "second\r\n";

        client.Calls[0].Customer!.Metadata!["plan"].ShouldBe("first");
        client.Calls[0].Options!.Headers!["X-Trace"].ShouldBe("first");
        client.Calls[1].Update!.Metadata.Value!["plan"].ShouldBe("first");
        client.Customers.ShouldHaveSingleItem().Metadata["plan"].ShouldBe("first");
    }

    [Fact]
    public async Task A_call_is_recorded_without_the_fields_that_the_provider_cannot_store()
    {
        CustomerCapabilities none = FakeCustomerClient.Everything with { Fields = new Dictionary<CustomerField, FieldSupport>() };
        using FakeCustomerClient client = new(none, UnsupportedFields.Ignore);

        await client.CreateAsync(new CustomerCreate { ExternalId = "crm-1815", Description = "left out" }, cancellationToken: Token);

        client.Calls.ShouldHaveSingleItem().Customer!.Description.ShouldBeNull();
    }

    [Theory]
    [InlineData(99)]
    [InlineData(-1)]
    public void A_policy_that_does_not_exist_is_refused(int policy)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new FakeCustomerClient(unsupportedFields: (UnsupportedFields)policy)).ParamName.ShouldBe("unsupportedFields");
        Should.Throw<ArgumentOutOfRangeException>(() => new FakeCustomerClient(FakeCustomerClient.Everything, (UnsupportedFields)policy)).ParamName.ShouldBe("unsupportedFields");
    }
}
