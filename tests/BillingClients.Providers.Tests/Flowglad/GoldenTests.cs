using System.Text.Json;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>The documents' own answers, the older shape and the current one: nothing is lost. The requests are in <c>wiremock/flowglad</c>.</summary>
public sealed class GoldenTests : FlowgladTest
{
    private const string SeedCustomer = """
        {
          "id": "cust_aB3dE5fG7hJ9kL1mN",
          "createdAt": "2023-11-07T05:31:56Z",
          "updatedAt": "2023-11-08T05:31:56Z",
          "livemode": true,
          "organizationId": "org_Zx8Cv6Bn4",
          "email": "ada@example.com",
          "name": "Ada Lovelace",
          "invoiceNumberBase": "ADA0001",
          "archived": true,
          "logoURL": "https://example.com/logo.png",
          "iconURL": "https://example.com/icon.png",
          "domain": "example.com",
          "billingAddress": {
            "name": "Ada Lovelace",
            "firstName": "Ada",
            "lastName": "Lovelace",
            "address": {
              "line1": "1 Market Street", "line2": "Suite 300", "city": "San Francisco", "state": "CA", "postal_code": "94105", "country": "US"
            },
            "phone": "+14155550100"
          },
          "externalId": "crm-1815",
          "userId": "user_1",
          "catalogId": "catalog_Qw2Er4Ty6"
        }
        """;

    private const string CurrentCustomer = """
        {
          "id": "cust_aB3dE5fG7hJ9kL1mN",
          "createdAt": 1763629200000,
          "updatedAt": 1763632800123,
          "livemode": false,
          "organizationId": "org_Zx8Cv6Bn4",
          "email": "ada@example.com",
          "name": "Ada Lovelace",
          "invoiceNumberBase": "ADA0001",
          "archived": false,
          "domain": "example.com",
          "billingAddress": {
            "email": "invoices@example.com", "name": "Ada L.", "firstName": "Ada", "lastName": "Lovelace", "phone": "+14155550100",
            "address": { "name": "Reception", "line1": "1 Market Street", "country": "US", "county": "new" },
            "vat": "new"
          },
          "externalId": "crm-1815",
          "pricingModelId": "pricing_model_Qw2Er4Ty6",
          "loyalty": { "tier": "new" }
        }
        """;

    [Fact]
    public async Task The_older_answer_of_a_create_is_read_with_nothing_lost()
    {
        Fixture.Provider.Answer(200, $$"""{"data":{"customer":{{SeedCustomer}} } }""");

        Customer created = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        created.Id.ShouldBe("cust_aB3dE5fG7hJ9kL1mN");
        created.CreatedAt.ShouldBe(new DateTimeOffset(2023, 11, 7, 5, 31, 56, TimeSpan.Zero));
        created.UpdatedAt.ShouldBe(new DateTimeOffset(2023, 11, 8, 5, 31, 56, TimeSpan.Zero));
        created.Mode.ShouldBe(CustomerMode.Live);
        created.Status.ShouldBe(CustomerStatus.Archived);
        created.FirstName.ShouldBe("Ada");
        created.LastName.ShouldBe("Lovelace");
        created.Phone.ShouldBe("+14155550100");
        created.BillingAddress.ShouldBe(new Address
        {
            Line1 = "1 Market Street",
            Line2 = "Suite 300",
            City = "San Francisco",
            State = "CA",
            PostalCode = "94105",
            Country = "US",
        });
        FlowgladCustomer answered = created.As<FlowgladCustomer>()!;
        answered.CatalogId.ShouldBe("catalog_Qw2Er4Ty6");
        answered.InvoiceNumberBase.ShouldBe("ADA0001");
        answered.OrganizationId.ShouldBe("org_Zx8Cv6Bn4");
        answered.BillingAddress!.Name.ShouldBe("Ada Lovelace");
        answered.AdditionalProperties.ShouldBeNull();
        ShouldHoldAll(answered, SeedCustomer);
    }

    [Fact]
    public async Task The_current_answer_of_a_create_is_read_with_nothing_lost()
    {
        Fixture.Provider.Answer(200, $$"""
            {
              "data": {
                "customer": {{CurrentCustomer}},
                "subscription": { "id": "sub_Po9Iu7Yt5", "status": "active" },
                "subscriptionItems": [ { "id": "si_1" } ],
                "beside": 1
              },
              "above": 2
            }
            """);

        Customer created = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);

        created.CreatedAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1763629200000));
        created.UpdatedAt.ShouldBe(DateTimeOffset.FromUnixTimeMilliseconds(1763632800123));
        created.Mode.ShouldBe(CustomerMode.Test);
        created.Status.ShouldBe(CustomerStatus.Active);
        FlowgladCustomer answered = created.As<FlowgladCustomer>()!;
        answered.PricingModelId.ShouldBe("pricing_model_Qw2Er4Ty6");
        answered.Subscription!.Value.GetProperty("id").GetString().ShouldBe("sub_Po9Iu7Yt5");
        answered.SubscriptionItems!.Value[0].GetProperty("id").GetString().ShouldBe("si_1");
        answered.BillingAddress!.Email.ShouldBe("invoices@example.com");
        answered.BillingAddress.Address!.Name.ShouldBe("Reception");
        answered.BillingAddress.AdditionalProperties!.Keys.ShouldBe(["vat"]);
        answered.BillingAddress.Address.AdditionalProperties!.Keys.ShouldBe(["county"]);
        answered.AdditionalProperties!.Keys.ShouldBe(["loyalty", "beside", "above"]);
        ShouldHoldAll(answered, CurrentCustomer);
    }

    [Theory]
    [InlineData(SeedCustomer)]
    [InlineData(CurrentCustomer)]
    public async Task A_read_has_the_customer_without_data_around_it(string customer)
    {
        Fixture.Provider.Answer(200, $$"""{"customer":{{customer}},"beside":1}""");

        Customer read = await Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None);

        read.ExternalId.ShouldBe("crm-1815");
        read.As<FlowgladCustomer>()!.AdditionalProperties!.Keys.ShouldContain("beside");
        ShouldHoldAll(read.As<FlowgladCustomer>()!, customer);
    }

    [Fact]
    public async Task A_list_has_bare_customers_of_both_shapes()
    {
        Fixture.Provider.Answer(200, $$"""{"data":[{{SeedCustomer}},{{CurrentCustomer}}],"currentCursor":"a","nextCursor":"b","hasMore":true,"total":42}""");

        CustomerPage page = await Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None);

        page.Items.Select(customer => customer.CreatedAt!.Value.Year).ShouldBe([2023, 2025]);
        page.NextPageToken.ShouldBe("b");
        page.TotalCount.ShouldBe(42);
        ShouldHoldAll(page.Items[0].As<FlowgladCustomer>()!, SeedCustomer);
        ShouldHoldAll(page.Items[1].As<FlowgladCustomer>()!, CurrentCustomer);
    }

    [Theory]
    [InlineData(FlowgladResponseShape.Current)]
    [InlineData(FlowgladResponseShape.Older)]
    public async Task Every_operation_reads_both_shapes_alike(FlowgladResponseShape shape)
    {
        Fixture.Provider.ResponseShape = shape;
        Customer created = await Client.CreateAsync(FlowgladFixture.Ada, cancellationToken: None);
        Fixture.Provider.SetBillingAddress(created.Id, """{"firstName":"Ada","lastName":"King","phone":"+14155550100","address":{"country":"US"}}""");
        Customer updated = await Client.UpdateAsync(FlowgladFixture.AdaKey, new CustomerUpdate { Name = "Ada King" }, cancellationToken: None);
        Customer read = await Client.GetAsync(FlowgladFixture.AdaKey, cancellationToken: None);
        Customer listed = (await Client.ListPageAsync(new CustomerListRequest(), cancellationToken: None)).Items.ShouldHaveSingleItem();

        foreach (Customer customer in (Customer[])[updated, read, listed])
        {
            customer.CreatedAt.ShouldBe(created.CreatedAt);
            customer.Name.ShouldBe("Ada King");
            customer.LastName.ShouldBe("King");
            customer.Phone.ShouldBe("+14155550100");
            customer.BillingAddress!.Country.ShouldBe("US");
            FlowgladCustomer answered = customer.As<FlowgladCustomer>()!;
            (answered.CatalogId is null, answered.PricingModelId is null).ShouldBe((shape == FlowgladResponseShape.Current, shape == FlowgladResponseShape.Older));
        }
    }

    // Compared by what the answer holds: absent and null are the same in the record.
    private static void ShouldHoldAll(FlowgladCustomer answered, string json)
    {
        JsonElement held = JsonSerializer.SerializeToElement(answered, JsonOptions);
        foreach (JsonProperty field in JsonElement.Parse(json).EnumerateObject().Where(field => field.Value.ValueKind != JsonValueKind.Null))
        {
            JsonElement.DeepEquals(held.GetProperty(field.Name), field.Value).ShouldBeTrue($"{field.Name}: {held.GetProperty(field.Name)}");
        }
    }

    private static JsonSerializerOptions JsonOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };
}
