using BillingClients.Wire.Tests.Comparison;
using BillingClients.Wire.Tests.Export;
using BillingClients.Wire.Tests.Mappings;
using BillingClients.Wire.Tests.Scenarios;

namespace BillingClients.Wire.Tests;

/// <summary>The stubs "full" and "minimal" match the example requests of the documents that the project started from, its seeds.</summary>
public sealed class SeedTests
{
    private const string Atlas = """
        email name phone description
        billing_address.line1 billing_address.line2 billing_address.city billing_address.state billing_address.postal_code billing_address.country
        shipping_address.line1 shipping_address.line2 shipping_address.city shipping_address.state shipping_address.postal_code shipping_address.country
        tax_exempt tax_ids[0].type tax_ids[0].value metadata.tier
        """;

    private const string RunOnAtlas = """
        externalId name quickBooksId stripeId
        billingAddress1 billingAddress2 billingCity billingCountry billingState billingZipCode
        shippingAddress1 shippingAddress2 shippingCity shippingCountry shippingState shippingZipCode
        """;

    private const string Flexprice = """
        address_city address_country address_line1 address_line2 address_postal_code address_state email external_id metadata.tier name
        """;

    private const string Flowglad = """
        customer.email customer.name customer.archived customer.logoURL customer.iconURL customer.domain customer.externalId customer.userId customer.catalogId
        """;

    private const string Flex = """
        customer.first_name customer.last_name customer.email customer.phone customer.employer
        customer.shipping.line1 customer.shipping.line2 customer.shipping.city customer.shipping.state customer.shipping.postal_code customer.shipping.country
        customer.checkout_session_id
        """;

    [Theory]
    [InlineData("atlas", Atlas)]
    [InlineData("runonatlas", RunOnAtlas)]
    [InlineData("flexprice", Flexprice)]
    [InlineData("flowglad", Flowglad)]
    [InlineData("flex", Flex)]
    public async Task A_full_create_sends_every_field_of_the_seed_and_no_other(string provider, string seed) =>
        (await SentFieldsAsync(provider, "full")).ShouldBe(Words(seed), ignoreOrder: true);

    [Theory]
    [InlineData("atlas", "email")]
    [InlineData("runonatlas", "externalId")]
    [InlineData("flexprice", "external_id name")]
    [InlineData("flowglad", "customer.externalId customer.name customer.email")]
    [InlineData("flex", "customer.email")]
    public async Task A_minimal_create_sends_what_is_required_and_nothing_else(string provider, string required) =>
        (await SentFieldsAsync(provider, "minimal")).ShouldBe(Words(required), ignoreOrder: true);

    [Theory]
    [InlineData("atlas", "/functions/v1/customers", "Authorization", "Bearer sk_test_wiremock")]
    [InlineData("runonatlas", "/external/customers", "x-api-key", "secret-wiremock")]
    [InlineData("flexprice", "/v1/customers", "x-api-key", "sk_wiremock")]
    [InlineData("flowglad", "/api/v1/customers", "Authorization", "sk_test_wiremock")]
    [InlineData("flex", "/v1/customers", "Authorization", "Bearer fsk_test_wiremock")]
    public async Task A_full_create_goes_to_the_address_of_the_seed_with_the_key_in_its_header(string provider, string path, string header, string value)
    {
        MappingRequest create = await CreateAsync(provider, "full");

        create.Method.ShouldBe("POST");
        create.UrlPath.ShouldBe(path);
        create.QueryParameters.ShouldBeNull();
        create.Headers![header].EqualTo.ShouldBe(value);
    }

    private static async Task<IEnumerable<string>> SentFieldsAsync(string provider, string name) =>
        JsonLines.Of((await CreateAsync(provider, name)).BodyPatterns!.Single().EqualToJson).Select(static line => line.Path);

    private static async Task<MappingRequest> CreateAsync(string provider, string name) =>
        (await MappingFolder.StubsAsync(Scenario.Of(provider)))
            .Single(stub => stub.Request.Method == "POST" && stub.Name.Split(" (")[0] == $"{provider} create: {name}").Request;

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
