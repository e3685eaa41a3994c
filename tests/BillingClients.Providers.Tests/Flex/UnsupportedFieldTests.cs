namespace BillingClients.Providers.Tests.Flex;

/// <summary>The two ways to send a customer with fields that Flex does not have.</summary>
public sealed class UnsupportedFieldTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Stored_in_metadata_they_stand_beside_the_external_id()
    {
        Customer created = await _fixture.Client.CreateAsync(
            FlexFixture.Ada with { ExternalId = "crm-1815", Description = "Analyst", BillingAddress = new Address { City = "London" } },
            new CallOptions { UnsupportedFields = UnsupportedFields.StoreInMetadata },
            None);

        created.ExternalId.ShouldBe("crm-1815");
        created.Metadata["description"].ShouldBe("Analyst");
        created.Metadata["billing_address_city"].ShouldBe("London");
    }

    [Fact]
    public async Task In_an_update_they_stand_beside_the_external_id_that_is_stored()
    {
        Customer created = await _fixture.Client.CreateAsync(FlexFixture.Ada with { ExternalId = "crm-1815" }, cancellationToken: None);

        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id),
            new CustomerUpdate { Description = "Analyst", Metadata = new Dictionary<string, string> { ["tier"] = "gold" } },
            new CallOptions { UnsupportedFields = UnsupportedFields.StoreInMetadata },
            None);

        updated.ExternalId.ShouldBe("crm-1815");
        updated.Metadata["tier"].ShouldBe("gold");
        updated.Metadata["description"].ShouldBe("Analyst");
    }
}
