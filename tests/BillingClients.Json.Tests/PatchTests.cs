using System.Text.Json;
using BillingClients.Json.Tests.Fixtures;

namespace BillingClients.Json.Tests;

/// <summary>The body of a PATCH is an update: what is absent is unset, null clears, and a value is set.</summary>
public sealed class PatchTests
{
    private static readonly JsonSerializerOptions Web = BillingJsonContext.Default.Options;

    [Fact]
    public void An_empty_object_changes_nothing()
    {
        Read("{}").ShouldBe(new CustomerUpdate());
        Write(new CustomerUpdate()).ShouldBe("""{"providerFields":[]}""");
    }

    [Fact]
    public void Null_clears() => Read(
        """
        {
          "externalId": null, "name": null, "firstName": null, "lastName": null, "email": null, "phone": null, "description": null,
          "billingAddress": null, "shippingAddress": null, "taxIds": null, "taxExempt": null, "metadata": null, "providerFields": null
        }
        """).ShouldBe(new CustomerUpdate
        {
            ExternalId = null,
            Name = null,
            FirstName = null,
            LastName = null,
            Email = null,
            Phone = null,
            Description = null,
            BillingAddress = null,
            ShippingAddress = null,
            TaxIds = null,
            TaxExempt = null,
            Metadata = null,
        });

    [Fact]
    public void A_value_is_set()
    {
        CustomerUpdate update = new()
        {
            Name = "Ada King",
            BillingAddress = new Address { City = "London" },
            TaxIds = [new("gb_vat", "GB1")],
            TaxExempt = false,
            Metadata = [new("tier", "gold")],
        };

        Read(
            """
            {
              "name": "Ada King", "billingAddress": { "city": "London" }, "taxIds": [{ "type": "gb_vat", "value": "GB1" }], "taxExempt": false,
              "metadata": { "tier": "gold" }
            }
            """).ShouldBe(update);
        Read(Write(update)).ShouldBe(update);
    }

    [Fact]
    public void Null_is_written_and_what_is_unset_is_not_whatever_the_options_ignore()
    {
        CustomerUpdate update = new() { Phone = null, TaxIds = null, Name = "Ada" };

        Contracts.Write(update, UpdateJsonContext.Default.Options).ShouldBe("""{"name":"Ada","phone":null,"tax-ids":null,"provider-fields":[]}""");
    }

    [Theory]
    [InlineData("""{"name":7}""")]
    [InlineData("""{"taxExempt":"yes"}""")]
    [InlineData("""{"taxIds":{}}""")]
    [InlineData("""{"metadata":[]}""")]
    [InlineData("""{"billingAddress":"London"}""")]
    public void A_value_of_the_wrong_type_is_refused_with_the_path_of_its_property(string json)
    {
        JsonException failure = Should.Throw<JsonException>(() => Read(json));

        failure.Path.ShouldStartWith($"$.{json.Split('"')[1]}");
        failure.Message.ShouldContain(failure.Path!);
    }

    [Fact]
    public void Metadata_that_is_not_text_is_kept_as_its_JSON_and_null_entries_are_left_out() =>
        Read("""{"metadata":{"seats":5,"beta":true,"gone":null}}""").Metadata.Value
            .ShouldBe(new Dictionary<string, string> { ["seats"] = "5", ["beta"] = "true" }, ignoreOrder: true);

    private static CustomerUpdate Read(string json) => Contracts.Read<CustomerUpdate>(json, Web);

    private static string Write(CustomerUpdate update) => Contracts.Write(update, Web);
}
