namespace BillingClients.Providers.Tests.RunOnAtlas;

/// <summary>What RunOnAtlas's documents forbid is refused before sending, with the property's name and without the value.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly RunOnAtlasFixture _fixture = new();

    public static TheoryData<string> NoZipCodes =>
        ["1234", "123456", "12345-", "12345-678", "12345-67890", "1234A", "12345 6789", "SW1Y 4JH", "1234５", "12345\n", " 12345", "-12345", "123456789-"];

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(NoZipCodes))]
    public async Task A_postal_code_that_is_no_ZIP_code_is_refused_in_either_address_of_create_and_update(string code)
    {
        Address address = new() { PostalCode = code };

        await RefusedAsync("BillingAddress.PostalCode", code, () => CreateAsync(RunOnAtlasFixture.Ada with { BillingAddress = address }));
        await RefusedAsync("ShippingAddress.PostalCode", code, () => CreateAsync(RunOnAtlasFixture.Ada with { ShippingAddress = address }));
        await RefusedAsync("BillingAddress.PostalCode", code, () => UpdateAsync(new CustomerUpdate { BillingAddress = address }));
        await RefusedAsync("ShippingAddress.PostalCode", code, () => UpdateAsync(new CustomerUpdate { ShippingAddress = address }));
    }

    [Theory]
    [InlineData("94105")]
    [InlineData("94105-1234")]
    [InlineData("00000")]
    public async Task A_ZIP_code_is_taken(string code)
    {
        Customer created = await CreateAsync(RunOnAtlasFixture.Ada with { BillingAddress = new Address { PostalCode = code } });

        created.BillingAddress!.PostalCode.ShouldBe(code);
        _fixture.Simulator.Journal.Objections.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_address_elsewhere_is_taken_without_its_postal_code()
    {
        Address london = new() { Line1 = "12 St James's Square", City = "London", Country = "GB" };

        (await CreateAsync(RunOnAtlasFixture.Ada with { BillingAddress = london })).BillingAddress.ShouldBe(london);
    }

    [Fact]
    public async Task An_empty_text_is_refused_wherever_it_stands()
    {
        await RefusedAsync("ExternalId", null, () => CreateAsync(RunOnAtlasFixture.Ada with { ExternalId = "" }));
        await RefusedAsync("Name", null, () => CreateAsync(RunOnAtlasFixture.Ada with { Name = "" }));
        await RefusedAsync("Email", null, () => CreateAsync(RunOnAtlasFixture.Ada with { Email = "" }));
        await RefusedAsync("BillingAddress.Line2", null, () => CreateAsync(RunOnAtlasFixture.Ada with { BillingAddress = new Address { Line2 = "" } }));
        await RefusedAsync("ShippingAddress.City", null, () => UpdateAsync(new CustomerUpdate { ShippingAddress = new Address { City = "" } }));
        foreach (RunOnAtlasCustomerFields fields in (RunOnAtlasCustomerFields[])[new() { QuickBooksId = "" }, new() { StripeId = "" }])
        {
            string property = fields.StripeId is null ? "RunOnAtlasCustomerFields.QuickBooksId" : "RunOnAtlasCustomerFields.StripeId";
            await RefusedAsync(property, null, () => CreateAsync(RunOnAtlasFixture.Ada with { ProviderFields = [fields] }));
            await RefusedAsync(property, null, () => UpdateAsync(new CustomerUpdate { ProviderFields = [fields] }));
        }
    }

    [Fact]
    public async Task The_external_id_is_required_and_must_be_one_that_can_be_looked_up()
    {
        await RefusedAsync("ExternalId", null, () => CreateAsync(new CustomerCreate { Name = "Ada Lovelace" }));
        await RefusedAsync("ExternalId", null, () => CreateAsync(new CustomerCreate { ExternalId = ".." }));
        await RefusedAsync("CustomerKey.FromExternalId", null, () => _fixture.Client.GetAsync(CustomerKey.FromExternalId(".."), cancellationToken: None));
        await RefusedAsync("CustomerKey.FromId", null, () => _fixture.Client.GetAsync(default, cancellationToken: None));
    }

    [Fact]
    public async Task An_email_address_without_a_host_is_refused() =>
        await RefusedAsync("Email", "ada@", () => CreateAsync(RunOnAtlasFixture.Ada with { Email = "ada@" }));

    [Fact]
    public async Task Half_a_name_cannot_be_updated() =>
        await RefusedAsync("LastName", "Grace", () => UpdateAsync(new CustomerUpdate { FirstName = "Grace" }));

    [Theory]
    [InlineData("Phone")]
    [InlineData("Description")]
    [InlineData("Metadata")]
    [InlineData("TaxIds")]
    [InlineData("TaxExempt")]
    public async Task A_field_that_RunOnAtlas_has_no_place_for_is_refused_or_left_out_on_request(string field)
    {
        CustomerCreate customer = field switch
        {
            "Phone" => RunOnAtlasFixture.Ada with { Phone = "+14155550100" },
            "Description" => RunOnAtlasFixture.Ada with { Description = "Annual plan" },
            "Metadata" => RunOnAtlasFixture.Ada with { Metadata = new Dictionary<string, string> { ["tier"] = "gold" } },
            "TaxIds" => RunOnAtlasFixture.Ada with { TaxIds = [new TaxId("eu_vat", "DE123456789")] },
            _ => RunOnAtlasFixture.Ada with { TaxExempt = true },
        };

        UnsupportedFieldException refusal = await Should.ThrowAsync<UnsupportedFieldException>(CreateAsync(customer));
        refusal.Field.ToString().ShouldBe(field);
        CallOptions store = new() { UnsupportedFields = UnsupportedFields.StoreInMetadata };
        await Should.ThrowAsync<UnsupportedFieldException>(_fixture.Client.CreateAsync(customer, store, None));
        _fixture.Provider.Requests.ShouldBeEmpty();

        CallOptions ignore = new() { UnsupportedFields = UnsupportedFields.Ignore };
        await _fixture.Client.CreateAsync(customer, ignore, None);
        _fixture.Provider.Requests.ShouldHaveSingleItem().Objection.ShouldBeNull();
    }

    [Fact]
    public async Task The_external_id_cannot_be_changed()
    {
        UnsupportedFieldException refusal = await Should.ThrowAsync<UnsupportedFieldException>(UpdateAsync(new CustomerUpdate { ExternalId = "crm-1816" }));

        refusal.Field.ShouldBe(CustomerField.ExternalId);
        await Should.ThrowAsync<UnsupportedFieldException>(UpdateAsync(new CustomerUpdate { ExternalId = null }));
        _fixture.Provider.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_are_checked()
    {
        await RefusedAsync("RunOnAtlasListFields.Id", null, () => ListAsync(new RunOnAtlasListFields { Id = "" }));
        await RefusedAsync("RunOnAtlasListFields.QuickBooksId", null, () => ListAsync(new RunOnAtlasListFields { QuickBooksId = "" }));
        await RefusedAsync("RunOnAtlasListFields.StripeId", null, () => ListAsync(new RunOnAtlasListFields { StripeId = "" }));
        await RefusedAsync("RunOnAtlasListFields.Name", null, () => ListAsync(new RunOnAtlasListFields { Name = "" }));
        await RefusedAsync("RunOnAtlasListFields.Order", "ASC", () => ListAsync(new RunOnAtlasListFields { Order = "ASC" }));
        await RefusedAsync("RunOnAtlasListFields.OrderBy", "birthday", () => ListAsync(new RunOnAtlasListFields { OrderBy = "birthday" }));
        await RefusedAsync("PageSize", null, () => _fixture.Client.ListPageAsync(new CustomerListRequest { PageSize = 101 }, cancellationToken: None));
        await Should.ThrowAsync<UnsupportedCapabilityException>(
            _fixture.Client.ListPageAsync(new CustomerListRequest { CreatedFrom = DateTimeOffset.UnixEpoch }, cancellationToken: None));
        _fixture.Provider.Requests.ShouldBeEmpty();
    }

    private Task<Customer> CreateAsync(CustomerCreate customer) => _fixture.Client.CreateAsync(customer, cancellationToken: None);

    private Task<Customer> UpdateAsync(CustomerUpdate update) => _fixture.Client.UpdateAsync(RunOnAtlasFixture.AdaKey, update, cancellationToken: None);

    private Task<CustomerPage> ListAsync(RunOnAtlasListFields fields) =>
        _fixture.Client.ListPageAsync(new CustomerListRequest { ProviderFields = [fields] }, cancellationToken: None);

    private async Task RefusedAsync(string property, string? value, Func<Task> call)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(call);

        refusal.StatusCode.ShouldBeNull();
        refusal.Attempts.ShouldBe(0);
        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        refusal.Message.ShouldContain(property);
        refusal.Message.ShouldEndWith("Nothing was sent.");
        if (value is not null)
        {
            refusal.Message.ShouldNotContain($"'{value}'");
            refusal.Message.ShouldNotContain($" {value} ");
        }

        _fixture.Provider.Requests.ShouldBeEmpty();
    }
}
