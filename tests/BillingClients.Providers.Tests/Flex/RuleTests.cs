namespace BillingClients.Providers.Tests.Flex;

/// <summary>What Flex cannot take is refused before a byte is sent, with the property and the remedy in the message, and never the value.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly FlexFixture _fixture = new();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _fixture.Provider.Requests.ShouldBeEmpty();
        return _fixture.DisposeAsync();
    }

    public static TheoryData<CustomerCreate, string> BadCreates => new()
    {
        { new CustomerCreate { Name = "Cher" }, "Name" },
        { new CustomerCreate { Name = " Cher " }, "Name" },
        { new CustomerCreate { Name = "Cher Bono", FirstName = "Cher" }, "LastName" },
        { new CustomerCreate { Name = "Cher Bono", LastName = "Bono" }, "FirstName" },
        { new CustomerCreate { FirstName = "" }, "FirstName" },
        { new CustomerCreate { LastName = "\ud800" }, "LastName" },
        { new CustomerCreate { Email = "Cher" }, "Email" },
        { new CustomerCreate { Phone = "" }, "Phone" },
        { new CustomerCreate { ShippingAddress = new Address { City = "" } }, "ShippingAddress.City" },
        { new CustomerCreate { ExternalId = "Cher", Metadata = new Dictionary<string, string> { ["external_id"] = "Bono" } }, "Metadata[external_id]" },
        { new CustomerCreate { Metadata = new Dictionary<string, string> { [""] = "Cher" } }, "Metadata" },
        { new CustomerCreate { ProviderFields = [new FlexCustomerFields { Employer = "" }] }, "FlexCustomerFields.Employer" },
        { new CustomerCreate { ProviderFields = [new FlexCustomerFields { CheckoutSessionId = "" }] }, "FlexCustomerFields.CheckoutSessionId" },
    };

    public static TheoryData<CustomerUpdate, string> BadUpdates => new()
    {
        { new CustomerUpdate { Name = "Cher" }, "Name" },
        { new CustomerUpdate { Name = "Cher Bono", FirstName = "Cher" }, "LastName" },
        { new CustomerUpdate { Name = "Cher Bono", LastName = null }, "FirstName" },
        { new CustomerUpdate { Email = "Cher" }, "Email" },
        { new CustomerUpdate { ExternalId = "Cher", Metadata = new Dictionary<string, string> { ["external_id"] = "Bono" } }, "Metadata[external_id]" },
        { new CustomerUpdate { ExternalId = null, Metadata = new Dictionary<string, string> { ["external_id"] = "Bono" } }, "Metadata[external_id]" },
        { new CustomerUpdate { ProviderFields = [new FlexCustomerFields { Employer = "" }] }, "FlexCustomerFields.Employer" },
        { new CustomerUpdate { ProviderFields = [new FlexCustomerFields { CheckoutSessionId = "Cher" }] }, "FlexCustomerFields.CheckoutSessionId" },
    };

    [Theory]
    [MemberData(nameof(BadCreates), DisableDiscoveryEnumeration = true)]
    public async Task A_create_that_cannot_be_told_is_refused(CustomerCreate customer, string property) =>
        ShouldRefuse(await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.CreateAsync(customer, cancellationToken: None)), property);

    [Theory]
    [MemberData(nameof(BadUpdates), DisableDiscoveryEnumeration = true)]
    public async Task An_update_that_cannot_be_told_is_refused(CustomerUpdate update, string property)
    {
        CustomerKey key = CustomerKey.FromId("fcus_1");

        ShouldRefuse(await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.UpdateAsync(key, update, cancellationToken: None)), property);
    }

    [Fact]
    public async Task A_single_word_is_refused_with_the_properties_to_set()
    {
        BillingValidationException refused = await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.CreateAsync(new CustomerCreate { Name = "Cher" }, cancellationToken: None));

        refused.Message.ShouldBe("Flex: Name is a single word, which cannot be split into first and last name. Set FirstName and LastName. Nothing was sent.");
    }

    [Fact]
    public async Task Fields_that_flex_does_not_have_are_refused_by_name()
    {
        (CustomerCreate Customer, CustomerField Field)[] cases =
        [
            (FlexFixture.Ada with { BillingAddress = new Address { City = "London" } }, CustomerField.BillingAddress),
            (FlexFixture.Ada with { Description = "Analyst" }, CustomerField.Description),
            (FlexFixture.Ada with { TaxIds = [new TaxId("eu_vat", "DE123")] }, CustomerField.TaxIds),
            (FlexFixture.Ada with { TaxExempt = true }, CustomerField.TaxExempt),
        ];
        foreach ((CustomerCreate customer, CustomerField field) in cases)
        {
            (await Should.ThrowAsync<UnsupportedFieldException>(() => _fixture.Client.CreateAsync(customer, cancellationToken: None))).Field.ShouldBe(field);
        }
    }

    [Fact]
    public async Task Operations_that_flex_does_not_have_are_refused()
    {
        CustomerKey id = CustomerKey.FromId("fcus_1");
        CustomerKey externalId = CustomerKey.FromExternalId("crm-1");
        await Should.ThrowAsync<UnsupportedCapabilityException>(() => _fixture.Client.DeleteAsync(id, cancellationToken: None));
        await Should.ThrowAsync<UnsupportedCapabilityException>(() => _fixture.Client.DeleteAsync(externalId, cancellationToken: None));
        await Should.ThrowAsync<UnsupportedCapabilityException>(() => _fixture.Client.GetAsync(externalId, cancellationToken: None));
        await Should.ThrowAsync<UnsupportedCapabilityException>(
            () => _fixture.Client.UpdateAsync(externalId, new CustomerUpdate { Phone = "1" }, cancellationToken: None));
        await Should.ThrowAsync<UnsupportedCapabilityException>(
            () => _fixture.Client.ListPageAsync(new CustomerListRequest { ExternalId = "crm-1" }, cancellationToken: None));
        await Should.ThrowAsync<UnsupportedCapabilityException>(
            () => _fixture.Client.ListPageAsync(new CustomerListRequest { CreatedFrom = DateTimeOffset.UnixEpoch }, cancellationToken: None));
        await Should.ThrowAsync<UnsupportedCapabilityException>(
            () => _fixture.Client.ListPageAsync(new CustomerListRequest { CreatedTo = DateTimeOffset.UnixEpoch }, cancellationToken: None));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\nb")]
    public async Task An_id_that_is_no_path_segment_is_refused(string id)
    {
        await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.GetAsync(CustomerKey.FromId(id), cancellationToken: None));
        await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.UpdateAsync(CustomerKey.FromId(id), new CustomerUpdate { Phone = "1" }, cancellationToken: None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task A_page_size_out_of_bounds_is_refused(int pageSize) =>
        (await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.ListPageAsync(new CustomerListRequest { PageSize = pageSize }, cancellationToken: None))).Message.ShouldContain("PageSize");

    [Theory]
    [InlineData("fsk_test_01JD3Q5N0T8Y4W2V6X9Z1A7B3F", true)]
    [InlineData("fsk_01JD3Q5N0T8Y4W2V6X9Z1A7B3F", true)]
    [InlineData("sk_test_01JD3Q5N0T8Y4W2V6X9Z1A7B3F", false)]
    [InlineData("FSK_01JD3Q5N0T8Y4W2V6X9Z1A7B3F", false)]
    [InlineData("Bearer", false)]
    public void A_key_of_another_form_is_refused_without_showing_it(string key, bool isValid)
    {
        IReadOnlyList<string> failures = new FlexOptions { ApiKey = key }.Validate("Billing:Flex");

        failures.Count.ShouldBe(isValid ? 0 : 1);
        failures.ShouldAllBe(failure => failure.StartsWith("Billing:Flex:ApiKey ", StringComparison.Ordinal) && !failure.Contains(key));
    }

    private static void ShouldRefuse(BillingValidationException refused, string property)
    {
        refused.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        refused.Message.ShouldContain(property);
        refused.Message.ShouldNotContain("Cher");
        refused.Message.ShouldNotContain("Bono");
        refused.Attempts.ShouldBe(0);
    }
}
