using System.Text.Json;
using BillingClients.Testing;

namespace BillingClients.Flexprice.Tests;

/// <summary>The seed that the project started from, in both directions, and the shape of today.</summary>
public sealed class GoldenTests : IAsyncLifetime
{
    private const string SeedRequest = """
        {
          "address_city": "City", "address_country": "US", "address_line1": "Line 1", "address_line2": "Line 2", "address_postal_code": "94105",
          "address_state": "CA", "email": "ada@example.com", "external_id": "crm-1815", "metadata": { "tier": "gold" }, "name": "Ada Lovelace"
        }
        """;

    private const string SeedResponse = """
        {
          "address_city": "City", "address_country": "US", "address_line1": "Line 1", "address_line2": "Line 2", "address_postal_code": "94105",
          "address_state": "CA", "created_at": "2026-11-20T09:15:00.123456Z", "created_by": "user_1", "email": "ada@example.com",
          "environment_id": "env_1", "external_id": "crm-1815", "id": "cust_1", "metadata": { "tier": "gold" }, "name": "Ada Lovelace",
          "status": "published", "tenant_id": "tenant_1", "updated_at": "2026-11-20T10:00:00.654321987Z", "updated_by": "user_2"
        }
        """;

    private readonly FlexpriceFixture _fixture = new();

    private static CustomerCreate Full => new()
    {
        ExternalId = "crm-1815",
        Name = "Ada Lovelace",
        Email = "ada@example.com",
        BillingAddress = new Address { Line1 = "Line 1", Line2 = "Line 2", City = "City", State = "CA", PostalCode = "94105", Country = "US" },
        Metadata = new Dictionary<string, string> { ["tier"] = "gold" },
    };

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task A_full_create_sends_the_seeds_request()
    {
        await _fixture.Client.CreateAsync(Full, cancellationToken: TestContext.Current.CancellationToken);

        ShouldBeJson(_fixture.Provider.Requests.ShouldHaveSingleItem().BodyText, SeedRequest);
    }

    [Fact]
    public async Task The_fields_added_since_the_seed_are_sent_too()
    {
        CustomerCreate customer = Full with
        {
            Phone = "+14155550100",
            ProviderFields =
            [
                new FlexpriceCustomerFields
                {
                    Timezone = "Europe/London",
                    TaxRateOverrides = [new FlexpriceTaxRateOverride { TaxRateCode = "vat", Currency = "gbp", AutoApply = false, Priority = 2 }],
                    IntegrationEntityMapping = [new FlexpriceIntegrationMapping { ProviderType = "stripe", ProviderEntityId = "cus_1" }],
                    SkipOnboardingWorkflow = true,
                    OnboardingWorkflowName = "default",
                },
            ],
        };
        await _fixture.Client.CreateAsync(customer, cancellationToken: TestContext.Current.CancellationToken);

        ShouldBeJson(_fixture.Provider.Requests.ShouldHaveSingleItem().BodyText, SeedRequest.TrimEnd('}', '\n', '\r', ' ') + """
            , "contact": "+14155550100", "timezone": "Europe/London",
              "tax_rate_overrides": [ { "tax_rate_code": "vat", "currency": "gbp", "auto_apply": false, "priority": 2 } ],
              "integration_entity_mapping": [ { "provider_type": "stripe", "provider_entity_id": "cus_1" } ],
              "skip_onboarding_workflow": true, "onboarding_workflow_name": "default"
            }
            """);
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "[]")]
    public async Task Tax_rates_that_are_null_are_left_out_and_an_empty_list_is_sent(bool empty, string? sent)
    {
        CustomerCreate customer = FlexpriceFixture.Ada with { ProviderFields = [new FlexpriceCustomerFields { TaxRateOverrides = empty ? [] : null }] };
        await _fixture.Client.CreateAsync(customer, cancellationToken: TestContext.Current.CancellationToken);

        JsonElement body = JsonElement.Parse(_fixture.Provider.Requests.ShouldHaveSingleItem().BodyText);
        (body.TryGetProperty("tax_rate_overrides", out JsonElement overrides) ? overrides.GetRawText() : null).ShouldBe(sent);
    }

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
        customer.BillingAddress.ShouldBe(Full.BillingAddress);
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
        own.UnknownFields.ShouldBeNull();
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
        own.UnknownFields!["parent_customer_id"].GetString().ShouldBe("cust_0");
        own.UnknownFields["loyalty"].GetProperty("points").GetInt32().ShouldBe(7);
    }

    private static void ShouldBeJson(string actual, string expected) =>
        JsonElement.DeepEquals(JsonElement.Parse(actual), JsonElement.Parse(expected)).ShouldBeTrue(actual);
}
