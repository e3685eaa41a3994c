namespace BillingClients.Testing.Tests.Flexprice;

public sealed class FlexpriceValidationTests
{
    [Theory]
    [InlineData("""{"name":"A"}""", "ExternalID", "required")]
    [InlineData("""{"external_id":"","name":"A"}""", "ExternalID", "required")]
    [InlineData("""{"external_id":"a"}""", "Name", "required")]
    [InlineData("""{"external_id":"a","name":"A","email":"not an address"}""", "Email", "email")]
    [InlineData("""{"external_id":"a","name":"A","email":"a@localhost"}""", "Email", "email")]
    [InlineData("""{"external_id":"a","name":"A","contact":"123456789012345678901"}""", "Contact", "max")]
    [InlineData("""{"external_id":"a","name":"A","address_postal_code":"123456789012345678901"}""", "AddressPostalCode", "max")]
    [InlineData("""{"external_id":"a","name":"A","address_country":"USA"}""", "AddressCountry", "len")]
    [InlineData("""{"external_id":"a","name":"A","address_country":"XX"}""", "AddressCountry", "iso3166_1_alpha2")]
    [InlineData("""{"external_id":"a","name":"A","address_country":"us"}""", "AddressCountry", "iso3166_1_alpha2")]
    [InlineData("""{"external_id":"a","name":"A","address_country":"UK"}""", "AddressCountry", "iso3166_1_alpha2")]
    [InlineData("""{"external_id":"a","name":"A","tax_rate_overrides":[{"currency":"usd"}]}""", "TaxRateCode", "required")]
    [InlineData("""{"customer":{"external_id":"a","name":"A"}}""", "ExternalID", "required")]
    public async Task An_invalid_create_is_a_400_that_names_the_field_and_the_rule(string body, string field, string rule)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", body);

        answer.Status.ShouldBe(400);
        answer.Json["code"]!.ToString().ShouldBe("validation_error");
        answer.Json["message"]!.ToString().ShouldBe("Request validation failed");
        answer.Json["details"]![field]!.ToString()
            .ShouldBe($"Key: 'CreateCustomerRequest.{field}' Error:Field validation for '{field}' failed on the '{rule}' tag");
        fixture.Simulator.Journal[0].Objection!.ShouldContain($"invalid: {field}");
        fixture.Simulator.Flexprice.Customers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("name", "Name", 255)]
    [InlineData("contact", "Contact", 20)]
    public async Task Lengths_are_counted_in_code_points(string name, string field, int length)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string longest = string.Concat(Enumerable.Repeat("🦊", length));

        RawAnswer tooLong = await client.PostAsync("/customers", $$"""{"name":"A","external_id":"a","{{name}}":"{{longest}}x"}""");
        RawAnswer fits = await client.PostAsync("/customers", $$"""{"name":"A","external_id":"a","{{name}}":"{{longest}}"}""");

        tooLong.Json["details"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);
        fits.Status.ShouldBe(201);
    }

    [Theory]
    [InlineData("address_line1", "AddressLine1", 255, "Address line 1 must be less than 255 characters")]
    [InlineData("address_line2", "AddressLine2", 255, "Address line 2 must be less than 255 characters")]
    [InlineData("address_city", "AddressCity", 100, "City name must be less than 100 characters")]
    [InlineData("address_state", "AddressState", 100, "State name must be less than 100 characters")]
    [InlineData("address_postal_code", "AddressPostalCode", 20, "Postal code must be less than 20 characters")]
    public async Task An_address_is_counted_in_code_points_by_the_validators_and_then_in_bytes_by_the_domain_model(
        string name, string field, int length, string message)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string Body(string text) => $$"""{"external_id":"a","name":"A","{{name}}":"{{text}}"}""";

        RawAnswer tooManyLetters = await client.PostAsync("/customers", Body(new string('ж', length + 1)));
        RawAnswer tooManyBytes = await client.PostAsync("/customers", Body(new string('ж', (length / 2) + 1)));
        RawAnswer fits = await client.PostAsync("/customers", Body(new string('ж', length / 2)));
        RawAnswer updated = await client.PutAsync("/customers?external_customer_id=a", Body(new string('ж', (length / 2) + 1)));

        tooManyLetters.Json["details"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);
        tooManyBytes.Text.ShouldBe($$"""{"code":"validation_error","message":"{{message}}","http_status_code":400}""");
        fits.Status.ShouldBe(201);
        updated.Text.ShouldBe(tooManyBytes.Text);
    }

    [Theory]
    [InlineData("""{"entity_type":"customer","provider_type":"stripe","provider_entity_id":"cus_1"}""", "EntityID")]
    [InlineData("""{"entity_id":"x","provider_type":"stripe","provider_entity_id":"cus_1"}""", "EntityType")]
    [InlineData("""{"entity_id":"x","entity_type":"customer","provider_entity_id":"cus_1"}""", "ProviderType")]
    [InlineData("""{"entity_id":"x","entity_type":"customer","provider_type":"stripe"}""", "ProviderEntityID")]
    public async Task An_integration_mapping_of_a_create_needs_all_four_members_although_it_is_dropped(string mapping, string field)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();
        RawClient client = fixture.Flexprice();
        string body = $$"""{"external_id":"a","name":"A","integration_entity_mapping":[{{mapping}}]}""";

        RawAnswer answer = await client.PostAsync("/customers", body);

        answer.Status.ShouldBe(400);
        answer.Json["details"]!.AsObject().ShouldHaveSingleItem().Key.ShouldBe(field);
        await client.CreateAsync(FlexpriceBodies.Named("a"));
        (await client.PutAsync("/customers?external_customer_id=a", $$"""{"integration_entity_mapping":[{{mapping}}]}""")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"external_id":1,"name":"A"}""")]
    [InlineData("""{"external_id":"a","name":"A","metadata":{"seats":3}}""")]
    [InlineData("""{"external_id":"a","name":"A","metadata":[]}""")]
    [InlineData("""{"external_id":"\ud800","name":"A"}""")]
    [InlineData("""{"external_id":"a","name":"A","integration_entity_mapping":[1]}""")]
    public async Task A_body_that_cannot_be_read_is_a_400_without_details(string body)
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", body);

        answer.Status.ShouldBe(400);
        answer.Text.ShouldBe("""{"code":"validation_error","message":"Invalid request format","http_status_code":400}""");
        fixture.Simulator.Journal[0].Objection.ShouldNotBeNull();
        fixture.Simulator.Flexprice.Customers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_field_that_the_server_drops_and_a_missing_content_type_change_nothing_but_are_in_the_journal()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().SendAsync("POST", "/customers?verbose=1", """{"external_id":"a","name":"A","phone":"1"}""", contentType: null);

        answer.Status.ShouldBe(201);
        fixture.Simulator.Journal[0].Objection.ShouldBe("unknown query parameter 'verbose'; no Content-Type; unknown field 'phone'");
    }

    [Fact]
    public async Task The_last_of_repeated_members_counts()
    {
        await using SimulatorFixture fixture = await SimulatorFixture.StartAsync();

        RawAnswer answer = await fixture.Flexprice().PostAsync("/customers", """{"external_id":"a","name":"A","name":"B"}""");

        answer.Json["name"]!.ToString().ShouldBe("B");
    }
}
