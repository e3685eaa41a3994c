using System.Text.Json;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>The answer in the seed that the project started from, and in the shape of today. The requests are in <c>wiremock/flexprice</c>.</summary>
public sealed class GoldenTests : IAsyncLifetime
{
    private const string SeedResponse = """
        {
          "address_city": "City", "address_country": "US", "address_line1": "Line 1", "address_line2": "Line 2", "address_postal_code": "94105",
          "address_state": "CA", "created_at": "2026-11-20T09:15:00.123456Z", "created_by": "user_1", "email": "ada@example.com",
          "environment_id": "env_1", "external_id": "crm-1815", "id": "cust_1", "metadata": { "tier": "gold" }, "name": "Ada Lovelace",
          "status": "published", "tenant_id": "tenant_1", "updated_at": "2026-11-20T10:00:00.654321987Z", "updated_by": "user_2"
        }
        """;

    private readonly FlexpriceFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Every_field_of_the_seeds_response_can_be_reached()
    {
        _fixture.Provider.Answer(200, SeedResponse);
        Customer customer = await _fixture.Client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: TestContext.Current.CancellationToken);

        customer.Provider.ShouldBe("flexprice");
        customer.Id.ShouldBe("cust_1");
        customer.ExternalId.ShouldBe("crm-1815");
        customer.Name.ShouldBe("Ada Lovelace");
        customer.Email.ShouldBe("ada@example.com");
        customer.BillingAddress.ShouldBe(
            new Address { Line1 = "Line 1", Line2 = "Line 2", City = "City", State = "CA", PostalCode = "94105", Country = "US" });
        customer.Metadata.ShouldBe(new Dictionary<string, string> { ["tier"] = "gold" });
        customer.Status.ShouldBe(CustomerStatus.Active);
        customer.CreatedAt.ShouldBe(new DateTimeOffset(2026, 11, 20, 9, 15, 0, TimeSpan.Zero).AddTicks(1234560));
        customer.UpdatedAt!.Value.ShouldBe(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero).AddTicks(6543220), TimeSpan.FromMicroseconds(1));
        FlexpriceCustomer own = customer.As<FlexpriceCustomer>()!;
        own.Status.ShouldBe("published");
        own.EnvironmentId.ShouldBe("env_1");
        own.TenantId.ShouldBe("tenant_1");
        own.CreatedBy.ShouldBe("user_1");
        own.UpdatedBy.ShouldBe("user_2");
        own.CreatedAt!.Value.Text.ShouldBe("2026-11-20T09:15:00.123456Z");
        own.UpdatedAt!.Value.Text.ShouldBe("2026-11-20T10:00:00.654321987Z");
        own.AdditionalProperties.ShouldBeNull();
    }

    [Fact]
    public async Task Fields_of_today_are_typed_and_fields_of_tomorrow_are_kept()
    {
        _fixture.Provider.Answer(200, """
            { "id": "cust_1", "contact": "+14155550100", "timezone": "UTC", "metadata": null, "integrations": [ { "id": "int_1" } ],
              "parent_customer_id": "cust_0", "loyalty": { "points": 7 } }
            """);
        Customer customer = await _fixture.Client.GetAsync(CustomerKey.FromId("cust_1"), cancellationToken: TestContext.Current.CancellationToken);

        customer.Phone.ShouldBe("+14155550100");
        customer.Metadata.ShouldBeEmpty();
        FlexpriceCustomer own = customer.As<FlexpriceCustomer>()!;
        own.Timezone.ShouldBe("UTC");
        own.Integrations!.Value[0].GetProperty("id").GetString().ShouldBe("int_1");
        own.AdditionalProperties!["parent_customer_id"].GetString().ShouldBe("cust_0");
        own.AdditionalProperties["loyalty"].GetProperty("points").GetInt32().ShouldBe(7);
    }
}
