using System.Reflection;
using System.Text.Json;
using BillingClients.Json.LateProvider;
using BillingClients.Json.Tests.Fixtures;
using BillingClients.Providers;

namespace BillingClients.Json.Tests;

/// <summary>A provider's answer travels with the customer, in the provider's own JSON.</summary>
public sealed class ProviderDataTests
{
    private static readonly JsonSerializerOptions Web = BillingJsonContext.Default.Options;

    public static TheoryData<Type> Records => [.. DiscoveredProvider.All.Select(static each => each.ClientType.Assembly.GetType($"BillingClients.{each.TypePrefix}Customer")!)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_property_of_a_providers_answer_round_trips(Type type)
    {
        Customer ada = With((ProviderData)Filled.Of(type));
        foreach (JsonSerializerOptions options in Contracts.Options)
        {
            ProviderData read = Contracts.RoundTrip(ada, options).ProviderData!;

            read.GetType().ShouldBe(type);
            foreach (PropertyInfo property in Filled.PropertiesOf(type).Where(static property => property.PropertyType.IsValueType || property.PropertyType == typeof(string)))
            {
                Comparable(property.GetValue(read)).ShouldBe(Comparable(property.GetValue(ada.ProviderData)), property.Name);
            }

            JsonProperty[] json = [.. JsonElement.Parse(Contracts.Write(With(read), options)).EnumerateObject().Last(static property => property.Value.ValueKind == JsonValueKind.Object).Value.EnumerateObject()];
            json.Length.ShouldBe(1 + (Filled.PropertiesOf(type).Count() - 1) + read.AdditionalProperties!.Count, "the name, each property, and each unknown field");
        }
    }

    [Fact]
    public void The_record_is_named_first_and_written_in_the_providers_words() =>
        Contracts.Write(With(new FlexpriceCustomer { Id = "cust_1", AddressLine1 = "12 St James's Square" }), AppJsonContext.Default.Options)
            .ShouldContain("""provider_data":{"$type":"flexprice.customer","id":"cust_1","address_line1":""");

    [Fact]
    public void The_name_may_stand_anywhere()
    {
        Customer read = Read("""{"id":"cust_1","UNKNOWN":1,"$type":"flexprice.customer","$type":"theirs"}""");

        FlexpriceCustomer data = read.As<FlexpriceCustomer>()!;
        data.Id.ShouldBe("cust_1");
        data.AdditionalProperties!.Keys.ShouldBe(["UNKNOWN", "$type"]);
        data.AdditionalProperties["$type"].GetString().ShouldBe("theirs");
    }

    [Theory]
    [InlineData("""{"$type":"zuora.customer","id":"z1","n":1.50,"deep":{"a":[null,{}]},"$type":"theirs"}""")]
    [InlineData("""{"id":"z1"}""")]
    [InlineData("""{"$type":5,"id":"z1"}""")]
    [InlineData("""{"$type":"flexprice.customerFields","id":"z1"}""")]
    [InlineData("{}")]
    public void A_record_that_nobody_registered_is_kept_and_written_back(string json)
    {
        Customer read = Read(json);

        Contracts.Write(read, Web).ShouldContain($"\"providerData\":{json}");
        read.As<FlexpriceCustomer>().ShouldBeNull();
        (read.ProviderData!.AdditionalProperties?["id"].GetString() ?? "z1").ShouldBe("z1");
    }

    [Fact]
    public void A_record_that_is_registered_later_is_found_in_what_was_kept()
    {
        Customer kept = Read("""{"name":"Ada","$type":"later.customer"}""");
        kept.As<LaterCustomer>().ShouldBeNull();

        ProviderRecords.AddData("later.customer", static () => LaterJsonContext.Default.LaterCustomer);

        kept.As<LaterCustomer>()!.Name.ShouldBe("Ada");
        kept.As<FlexpriceCustomer>().ShouldBeNull();
    }

    [Fact]
    public void A_package_of_which_no_code_has_run_registers_when_its_record_is_asked_for() =>
        Read("""{"name":"Ada","$type":"late.customer"}""").As<LateCustomer>()!.Name.ShouldBe("Ada");

    [Fact]
    public void An_answer_with_facts_of_the_wrong_type_round_trips()
    {
        Customer read = Read("""{"$type":"flexprice.customer","id":"cust_1","email":{"address":"ada@example.com"}}""");

        FlexpriceCustomer data = Contracts.RoundTrip(read, Web).As<FlexpriceCustomer>()!;
        data.Id.ShouldBe("cust_1");
        data.Email.ShouldBeNull();
        data.AdditionalProperties!["email"].GetProperty("address").GetString().ShouldBe("ada@example.com");
    }

    [Theory]
    [InlineData("""{"a":"Ada \ud83d","b":["\\ud800","\udc00\ud83d\ude00"]}""", """{"a":"Ada \uFFFD","b":["\\ud800","\uFFFD\uD83D\uDE00"]}""")]
    [InlineData("""{"\uDBFF\n":"\u0041"}""", """{"\uFFFD\n":"A"}""")]
    public void Half_of_a_surrogate_pair_that_was_kept_is_written_as_U_FFFD(string kept, string written)
    {
        FlexpriceCustomer data = new() { AdditionalProperties = new Dictionary<string, JsonElement> { ["more"] = JsonElement.Parse(kept) } };

        Contracts.Write(With(data), Web).ShouldContain($$"""{"$type":"flexprice.customer","more":{{written}}}""");
        foreach (string name in (string[])["flexprice.customer", "zuora.customer"])
        {
            Contracts.Write(Read($$"""{"$type":"{{name}}","more":{{kept}}}"""), Web).ShouldContain($$"""{"$type":"{{name}}","more":{{written}}}""");
        }
    }

    [Fact]
    public void A_record_that_is_not_registered_cannot_be_written() =>
        Should.Throw<NotSupportedException>(static () => Contracts.Write(With(new UnregisteredCustomer()), Web)).Message
            .ShouldContain("UnregisteredCustomer cannot be written as JSON, because it is not registered. Call ProviderRecords.AddData or AddFields");

    [Theory]
    [InlineData("5")]
    [InlineData("[]")]
    [InlineData("\"flexprice.customer\"")]
    public void A_record_that_is_not_an_object_is_refused_with_what_to_write(string json) =>
        Should.Throw<JsonException>(() => Read(json)).Message.ShouldBe("A provider's record is an object. Write its name in \"$type\", beside its properties.");

    [Theory]
    [InlineData("""{"a":""", "}")]
    [InlineData("""{"$type":"flexprice.customer","id":""", "}")]
    public void JSON_that_is_too_deep_is_refused(string open, string close) =>
        Should.Throw<JsonException>(() => Read(string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000))));

    private static Customer With(ProviderData data) => new() { Provider = "flexprice", Id = "cust_1", ProviderData = data };

    private static Customer Read(string data) => Contracts.Read<Customer>($$"""{"provider":"flexprice","id":"cust_1","providerData":{{data}}}""", Web);

    private static object? Comparable(object? value) => value is JsonElement json ? json.GetRawText() : value;
}
