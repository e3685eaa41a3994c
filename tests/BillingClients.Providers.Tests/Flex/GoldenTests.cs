using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flex;

/// <summary>The documents' own answers: nothing is lost. The requests are in <c>wiremock/flex</c>.</summary>
public sealed class GoldenTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly JsonSerializerOptions AsRead = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task The_response_of_the_first_documents_is_read_with_nothing_lost()
    {
        const string Inside = """
            {
              "customer_id": "fcus_01HACM7FZ1084XB1GB6053VM0D",
              "first_name": "John", "last_name": "Doe", "email": "joh.doe@example.com", "phone": "+15555555555", "employer": "Flex",
              "shipping": {
                "shipping_address_id": "<string>",
                "line1": "<string>", "line2": "<string>", "city": "<string>", "state": "<string>", "postal_code": "<string>", "country": "<string>"
              },
              "created_at": "<string>",
              "test_mode": true
            }
            """;

        Customer customer = await ReadAsync(Inside);

        customer.Id.ShouldBe("fcus_01HACM7FZ1084XB1GB6053VM0D");
        customer.Name.ShouldBe("John Doe");
        customer.Email.ShouldBe("joh.doe@example.com");
        customer.Phone.ShouldBe("+15555555555");
        customer.ShippingAddress!.PostalCode.ShouldBe("<string>");
        customer.BillingAddress.ShouldBeNull();
        customer.CreatedAt.ShouldBeNull();
        customer.Mode.ShouldBe(CustomerMode.Test);
        FlexCustomer wire = customer.As<FlexCustomer>()!;
        wire.Employer.ShouldBe("Flex");
        wire.Shipping!.ShippingAddressId.ShouldBe("<string>");
        wire.CreatedAt!.Value.Text.ShouldBe("<string>");
        ShouldBeWhole(wire, Inside);
    }

    [Fact]
    public async Task The_current_response_is_read_with_nothing_lost()
    {
        const string Inside = """
            {
              "customer_id": "fcus_01HACM7FZ1084XB1GB6053VM0D",
              "first_name": "John", "last_name": "Doe", "email": "john.doe@example.com", "phone": "+15555555555", "employer": "Flex",
              "shipping": {
                "shipping_address_id": "fsh_01HACM7FZ1084XB1GB6053VM0E",
                "line1": "1 Market Street", "line2": "Suite 300", "city": "San Francisco", "state": "CA", "postal_code": "94105", "country": "US"
              },
              "metadata": { "external_id": "crm-1815" },
              "created_at": "2026-06-15T14:30:00Z",
              "test_mode": false
            }
            """;

        Customer customer = await ReadAsync(Inside);

        customer.ExternalId.ShouldBe("crm-1815");
        customer.ShippingAddress.ShouldBe(
            new Address { Line1 = "1 Market Street", Line2 = "Suite 300", City = "San Francisco", State = "CA", PostalCode = "94105", Country = "US" });
        customer.CreatedAt.ShouldBe(new DateTimeOffset(2026, 6, 15, 14, 30, 0, TimeSpan.Zero));
        customer.Mode.ShouldBe(CustomerMode.Live);
        ShouldBeWhole(customer.As<FlexCustomer>()!, Inside);
    }

    [Fact]
    public async Task Fields_that_nobody_knew_are_kept()
    {
        const string Inside = """{"customer_id":"fcus_01HACM7FZ1084XB1GB6053VM0D","shipping":{"line1":"1 Market Street","residential":true},"loyalty":{"points":7},"metadata":{}}""";

        FlexCustomer wire = (await ReadAsync(Inside)).As<FlexCustomer>()!;

        wire.AdditionalProperties!["loyalty"].GetProperty("points").GetInt32().ShouldBe(7);
        wire.Shipping!.AdditionalProperties!["residential"].GetBoolean().ShouldBeTrue();
        ShouldBeWhole(wire, Inside);
    }

    private static void ShouldBeWhole(FlexCustomer wire, string json) => ShouldBeJson(JsonSerializer.Serialize(wire, AsRead), json);

    private static void ShouldBeJson(string actual, string expected) =>
        JsonElement.DeepEquals(JsonElement.Parse(actual), JsonElement.Parse(expected)).ShouldBeTrue(actual);

    private async Task<Customer> ReadAsync(string inside)
    {
        _fixture.Provider.Answer(200, $$"""{"customer":{{inside}}}""");
        return await _fixture.Client.GetAsync(CustomerKey.FromId("fcus_01HACM7FZ1084XB1GB6053VM0D"), cancellationToken: None);
    }
}
