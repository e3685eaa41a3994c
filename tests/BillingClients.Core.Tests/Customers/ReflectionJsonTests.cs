using System.Text.Json;

namespace BillingClients.Core.Tests.Customers;

/// <summary>A program that uses the serializer's reflection needs no contracts: the plain calls write and read the models.</summary>
public sealed class ReflectionJsonTests
{
    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
    };

    public static TheoryData<JsonSerializerOptions> Options => [JsonSerializerOptions.Default, JsonSerializerOptions.Web, SnakeCase];

    [Theory]
    [MemberData(nameof(Options))]
    public void A_customer_round_trips(JsonSerializerOptions options) => RoundTrips(options, new Customer
    {
        Provider = "flexprice",
        Id = "cust_1",
        Name = "Ada Lovelace",
        BillingAddress = new Address { City = "London" },
        TaxIds = [new("gb_vat", "GB1")],
        Metadata = [new("tier", "gold")],
        CreatedAt = DateTimeOffset.UnixEpoch,
        Status = CustomerStatus.Active,
        Mode = CustomerMode.Test,
        ProviderData = new FlexpriceCustomer { Id = "cust_1", Timezone = "UTC" },
    });

    [Theory]
    [MemberData(nameof(Options))]
    public void A_create_round_trips(JsonSerializerOptions options) => RoundTrips(options, new CustomerCreate
    {
        ExternalId = "crm-1815",
        ShippingAddress = new Address { City = "Paris" },
        TaxIds = [new("gb_vat", "GB1")],
        TaxExempt = false,
        Metadata = [new("tier", "gold")],
    });

    [Theory]
    [MemberData(nameof(Options))]
    public void An_update_round_trips(JsonSerializerOptions options) => RoundTrips(options, new CustomerUpdate
    {
        Name = "Ada King",
        Phone = null,
        BillingAddress = new Address { City = "London" },
        ShippingAddress = null,
        TaxIds = null,
        TaxExempt = true,
        Metadata = [new("tier", "gold")],
    });

    private static void RoundTrips<T>(JsonSerializerOptions options, T model) =>
        JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(model, options), options).ShouldBe(model);
}
