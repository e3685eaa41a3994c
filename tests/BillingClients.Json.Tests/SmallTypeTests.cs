using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Json.Tests.Fixtures;

namespace BillingClients.Json.Tests;

public sealed class SmallTypeTests
{
    private static JsonSerializerOptions Web => BillingJsonContext.Default.Options;

    private static Customer Ada => new() { Provider = "flexprice", Id = "cust_1" };

    [Fact]
    public void Status_and_mode_are_JSON_strings()
    {
        Customer ada = Ada with { Status = CustomerStatus.Active, Mode = new CustomerMode("sandbox") };

        string json = Contracts.Write(ada, Web);

        json.ShouldContain("\"status\":\"active\",\"mode\":\"sandbox\"");
        Customer read = Contracts.RoundTrip(ada, Web);
        read.Status.ShouldBe(CustomerStatus.Active);
        read.Mode.Value.ShouldBe("sandbox");
    }

    [Fact]
    public void A_status_and_a_mode_that_nobody_told_are_null()
    {
        Contracts.Write(Ada, Web).ShouldContain("\"status\":null,\"mode\":null");
        Contracts.RoundTrip(Ada, Web).Status.ShouldBe(default);
        Contracts.RoundTrip(Ada, Web).Mode.ShouldBe(default);
    }

    [Theory]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("\"\\ud800\"")]
    public void A_status_that_is_not_text_is_refused(string status) =>
        Should.Throw<JsonException>(() => Contracts.Read<Customer>($$"""{"provider":"flexprice","id":"cust_1","status":{{status}}}""", Web)).Path.ShouldBe("$.status");

    [Fact]
    public void A_key_is_an_object_with_one_property()
    {
        Contracts.Write(CustomerKey.FromId("cust_1"), Web).ShouldBe("""{"id":"cust_1"}""");
        Contracts.Write(CustomerKey.FromExternalId("crm-1815"), Web).ShouldBe("""{"externalId":"crm-1815"}""");
        Contracts.Write(CustomerKey.FromExternalId("crm-1815"), AppJsonContext.Default.Options).ShouldBe("""{"external_id":"crm-1815"}""");
    }

    [Fact]
    public void Every_key_round_trips()
    {
        foreach (JsonSerializerOptions options in Contracts.Options)
        {
            Contracts.RoundTrip(CustomerKey.FromId("cust_1"), options).ShouldBe(CustomerKey.FromId("cust_1"));
            Contracts.RoundTrip(CustomerKey.FromExternalId("crm-1815"), options).ShouldBe(CustomerKey.FromExternalId("crm-1815"));
            Contracts.RoundTrip(default(CustomerKey), options).ShouldBe(default);
        }
    }

    [Fact]
    public void A_keys_property_is_read_without_regard_to_case_where_the_options_say_so()
    {
        Contracts.Read<CustomerKey>("""{"ExternalID":"crm-1815"}""", Web).ShouldBe(CustomerKey.FromExternalId("crm-1815"));
        Should.Throw<JsonException>(() => Contracts.Read<CustomerKey>("""{"External_ID":"crm-1815"}""", AppJsonContext.Default.Options));
    }

    [Fact]
    public void A_keys_other_property_may_be_null_and_unknown_ones_are_passed_over() =>
        Contracts.Read<CustomerKey>("""{"note":{"id":"x"},"id":null,"externalId":"crm-1815"}""", Web).ShouldBe(CustomerKey.FromExternalId("crm-1815"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":null}""")]
    [InlineData("""{"id":"cust_1","externalId":"crm-1815"}""")]
    [InlineData("\"cust_1\"")]
    [InlineData("[]")]
    public void A_key_that_is_not_one_of_the_two_is_refused_with_what_to_write(string json) =>
        Should.Throw<JsonException>(() => Contracts.Read<CustomerKey>(json, Web)).Message
            .ShouldContain("""Write {"id":"…"} or {"externalId":"…"}.""");

    [Fact]
    public void An_id_that_is_not_text_is_refused() => Should.Throw<JsonException>(() => Contracts.Read<CustomerKey>("""{"id":5}""", Web));

    [Fact]
    public void Tax_numbers_round_trip_where_references_are_preserved()
    {
        TaxIdList taxIds = [new("gb_vat", "GB1"), new("eu_vat", "DE1")];

        Contracts.RoundTrip(taxIds, new JsonSerializerOptions(Web) { ReferenceHandler = ReferenceHandler.Preserve }).ShouldBe(taxIds);
    }

    [Fact]
    public void An_enumeration_is_a_JSON_string()
    {
        EveryEnum all = new(
            CustomerField.TaxIds, Support.Emulated, UniqueKey.Email, TakenKeyEffect.ChangesExisting, DeleteEffect.Archives, UnsupportedFields.StoreInMetadata,
            CustomerKeyKind.ExternalId, OperationKind.List, ConflictReason.KeyTaken, BillingTimeout.Total, FlexpriceRegion.UnitedStates);

        Contracts.RoundTrip(all, AppJsonContext.Default.Options).ShouldBe(all);

        using JsonDocument json = JsonDocument.Parse(Contracts.Write(all, AppJsonContext.Default.Options));
        json.RootElement.EnumerateObject().ShouldAllBe(static property => property.Value.ValueKind == JsonValueKind.String);
        json.RootElement.GetProperty("region").GetString().ShouldBe("UnitedStates");
    }
}
