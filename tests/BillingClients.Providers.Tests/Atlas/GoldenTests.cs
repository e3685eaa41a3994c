using System.Text.Json;

namespace BillingClients.Providers.Tests.Atlas;

/// <summary>The answers in the documents that the adapter starts from: nothing is lost. The requests are in <c>wiremock/atlas</c>.</summary>
public sealed class GoldenTests : IAsyncLifetime
{
    private const string SeedResponse = """
        {
          "id": "<string>",
          "object": "customer",
          "email": "ada@example.com",
          "name": "<string>",
          "phone": "<string>",
          "description": "<string>",
          "billing_address": {
            "line1": "<string>", "line2": "<string>", "city": "<string>", "state": "<string>", "postal_code": "<string>", "country": "<string>"
          },
          "shipping_address": {
            "line1": "<string>", "line2": "<string>", "city": "<string>", "state": "<string>", "postal_code": "<string>", "country": "<string>"
          },
          "default_payment_method": "<string>",
          "tax_exempt": true,
          "tax_ids": [ { "type": "<string>", "value": "<string>" } ],
          "metadata": {},
          "created": 123
        }
        """;

    private const string DocumentedResponse = """
        {
          "id": "cus_1815",
          "object": "customer",
          "email": "ada@example.com",
          "address": { "line1": "12 St James's Square", "city": "London", "state": "Greater London", "postal_code": "SW1Y 4JH", "country": "GB" },
          "created": 1763596800
        }
        """;

    private const string UnknownEverywhere = """
        {
          "id": "cus_1815",
          "balance": -500,
          "currency": null,
          "billing_address": { "line1": "12 St James's Square", "district": "St James's" },
          "tax_ids": [ { "type": "eu_vat", "value": "DE123456789", "verification": { "status": "pending" } } ],
          "created": 1763596800
        }
        """;

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly Address AddressOfTheSeed = new()
    {
        Line1 = "<string>",
        Line2 = "<string>",
        City = "<string>",
        State = "<string>",
        PostalCode = "<string>",
        Country = "<string>",
    };

    private readonly AtlasFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task The_seeds_response_is_read_with_nothing_lost()
    {
        Customer read = await ReadAsync(SeedResponse, id: "<string>");

        read.Id.ShouldBe("<string>");
        read.Email.ShouldBe("ada@example.com");
        read.Name.ShouldBe("<string>");
        read.Phone.ShouldBe("<string>");
        read.Description.ShouldBe("<string>");
        read.BillingAddress.ShouldBe(AddressOfTheSeed);
        read.ShippingAddress.ShouldBe(AddressOfTheSeed);
        read.TaxExempt.ShouldBe(true);
        read.TaxIds.ShouldBe([new TaxId("<string>", "<string>")]);
        read.Metadata.ShouldBeEmpty();
        read.ExternalId.ShouldBeNull();
        read.CreatedAt.ShouldBe(DateTimeOffset.UnixEpoch.AddSeconds(123));
        AtlasCustomer words = read.As<AtlasCustomer>().ShouldNotBeNull();
        words.ObjectType.ShouldBe("customer");
        words.DefaultPaymentMethod.ShouldBe("<string>");
        words.Created!.Value.Text.ShouldBe("123");
        words.AdditionalProperties.ShouldBeNull();
        words.BillingAddress!.AdditionalProperties.ShouldBeNull();
        words.TaxIds!.Single()!.AdditionalProperties.ShouldBeNull();
    }

    [Fact]
    public async Task The_only_address_of_the_documentations_billing_page_is_the_billing_address()
    {
        Customer read = await ReadAsync(DocumentedResponse);

        read.BillingAddress.ShouldBe(AtlasFixture.London with { Line2 = null });
        read.ShippingAddress.ShouldBeNull();
        read.TaxIds.ShouldBeEmpty();
        read.CreatedAt.ShouldBe(new DateTimeOffset(2025, 11, 20, 0, 0, 0, TimeSpan.Zero));
        read.As<AtlasCustomer>()!.BillingAddress.ShouldBeNull();
        read.As<AtlasCustomer>()!.Address!.City.ShouldBe("London");
    }

    [Fact]
    public async Task Fields_that_nobody_knows_are_kept_where_they_were()
    {
        AtlasCustomer words = (await ReadAsync(UnknownEverywhere)).As<AtlasCustomer>()!;

        words.AdditionalProperties!["balance"].GetInt32().ShouldBe(-500);
        words.AdditionalProperties["currency"].ValueKind.ShouldBe(JsonValueKind.Null);
        words.BillingAddress!.AdditionalProperties!["district"].GetString().ShouldBe("St James's");
        words.TaxIds!.Single()!.AdditionalProperties!["verification"].GetProperty("status").GetString().ShouldBe("pending");
    }

    private Task<Customer> ReadAsync(string answer, string id = "cus_1815")
    {
        _fixture.Provider.Answer(200, answer);
        return _fixture.Client.GetAsync(CustomerKey.FromId(id), cancellationToken: None);
    }
}
