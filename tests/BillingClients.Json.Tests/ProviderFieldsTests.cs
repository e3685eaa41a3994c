using System.Reflection;
using System.Text.Json;
using BillingClients.Json.Tests.Fixtures;
using BillingClients.Providers;

namespace BillingClients.Json.Tests;

/// <summary>A provider's own fields travel with a create and a list request, in the provider's own JSON.</summary>
public sealed class ProviderFieldsTests
{
    private static readonly JsonSerializerOptions Web = BillingJsonContext.Default.Options;

    public static TheoryData<Type> Records => [.. Filled.RecordsOf<ProviderFields>("Fields")];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_property_of_a_providers_fields_round_trips(Type type)
    {
        CustomerCreate create = new() { ProviderFields = [(ProviderFields)Filled.Of(type)] };
        foreach (JsonSerializerOptions options in Contracts.Options)
        {
            ProviderFields read = Contracts.RoundTrip(create, options).ProviderFields.ShouldHaveSingleItem();

            read.GetType().ShouldBe(type);
            foreach (PropertyInfo property in Filled.PropertiesOf(type).Where(static property => property.PropertyType.IsValueType || property.PropertyType == typeof(string)))
            {
                property.GetValue(read).ShouldBe(property.GetValue(create.ProviderFields[0]), property.Name);
            }

            JsonElement json = JsonElement.Parse(Contracts.Write(create, options)).EnumerateObject().Single(static property => property.Value.ValueKind == JsonValueKind.Array).Value[0];
            json.EnumerateObject().Count().ShouldBe(1 + Filled.PropertiesOf(type).Count(), "the name and each property");
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_providers_fields_without_any_property_round_trip(Type type)
    {
        CustomerListRequest request = new() { ProviderFields = [(ProviderFields)Activator.CreateInstance(type)!] };

        Contracts.RoundTrip(request, Web).ProviderFields.ShouldBe(request.ProviderFields);
    }

    [Fact]
    public void What_an_update_leaves_and_what_it_clears_stay_apart()
    {
        FlowgladCustomerFields clears = new() { LogoUrl = null, Domain = "example.com" };

        Contracts.Write(With(clears), Web).ShouldContain("""[{"$type":"flowglad.customerFields","logoURL":null,"domain":"example.com"}]""");
        Contracts.RoundTrip(With(clears), Web).ProviderFields.ShouldBe([clears]);
    }

    [Fact]
    public void The_name_may_stand_anywhere() =>
        Read("""{"timezone":"UTC","$type":"flexprice.customerFields"}""").ShouldBe(new FlexpriceCustomerFields { Timezone = "UTC" });

    [Fact]
    public void Fields_that_nobody_registered_are_kept_and_written_back()
    {
        const string Json = """{"$type":"zuora.customerFields","batch":"Batch1","deep":{"a":[null,1.50]}}""";

        Contracts.Write(With(Read(Json)), Web).ShouldContain($"[{Json}]");
    }

    [Fact]
    public void Fields_without_a_name_are_refused_with_what_to_write() =>
        Should.Throw<JsonException>(static () => Read("""{"timezone":"UTC"}""")).Message
            .ShouldContain("Write the provider's name and the record's in it, such as \"<provider>.customerFields\".");

    [Theory]
    [InlineData(""" "skip_onboarding_workflow":"yes" """)]
    [InlineData(""" "timezone":"Europe/\ud83d" """)]
    public void Fields_of_the_wrong_type_and_half_characters_are_refused(string property) =>
        Should.Throw<JsonException>(() => Read($$"""{"$type":"flexprice.customerFields",{{property}}}"""));

    [Theory]
    [InlineData("skipOnboardingWorkflow")]
    [InlineData("Timezone")]
    public void A_property_that_the_record_does_not_have_is_refused(string property) =>
        Should.Throw<JsonException>(() => Read($$"""{"$type":"flexprice.customerFields","{{property}}":null}""")).Message.ShouldContain($"'{property}'");

    [Fact]
    public void Fields_that_are_not_registered_cannot_be_written() =>
        Should.Throw<NotSupportedException>(static () => Contracts.Write(With(new UnregisteredFields()), Web)).Message.ShouldContain("Call ProviderRecords.AddData or AddFields");

    private static CustomerCreate With(ProviderFields fields) => new() { ProviderFields = [fields] };

    private static ProviderFields Read(string json) =>
        Contracts.Read<CustomerCreate>($$"""{"providerFields":[{{json}}]}""", Web).ProviderFields.ShouldHaveSingleItem();
}
