using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>What is wrong with a request is said before anything is sent, with the property's name and without its value.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private readonly FlexpriceFixture _fixture = new();

    private const string UpdateWithoutCountry =
        "Flexprice: BillingAddress.Country is missing. An update replaces the whole address, and Flexprice cannot remove a stored country."
        + " Set Country, such as US. Nothing was sent.";

    private static readonly CustomerKey Someone = CustomerKey.FromExternalId("crm-1815");

    public static TheoryData<string, CustomerCreate> BadCreates => new()
    {
        { "Name", FlexpriceFixture.Ada with { Name = new string('x', 256) } },
        { "Phone", FlexpriceFixture.Ada with { Phone = new string('0', 21) } },
        { "BillingAddress.Line1", FlexpriceFixture.Ada with { BillingAddress = new Address { Line1 = new string('x', 256) } } },
        { "BillingAddress.Line2", FlexpriceFixture.Ada with { BillingAddress = new Address { Line2 = new string('ж', 128) } } },
        { "BillingAddress.City", FlexpriceFixture.Ada with { BillingAddress = new Address { City = new string('ж', 51) } } },
        { "BillingAddress.State", FlexpriceFixture.Ada with { BillingAddress = new Address { State = new string('世', 34) } } },
        { "BillingAddress.PostalCode", FlexpriceFixture.Ada with { BillingAddress = new Address { PostalCode = "🦊🦊🦊🦊🦊1" } } },
        { "BillingAddress.Country", FlexpriceFixture.Ada with { BillingAddress = new Address { Country = "USA" } } },
        { "BillingAddress.Country", FlexpriceFixture.Ada with { BillingAddress = new Address { Country = "us" } } },
        { "BillingAddress.Country", FlexpriceFixture.Ada with { BillingAddress = new Address { Country = "Us" } } },
        { "BillingAddress.Country", FlexpriceFixture.Ada with { BillingAddress = new Address { Country = "Å1" } } },
        { "FlexpriceCustomerFields.Timezone", FlexpriceFixture.Ada with { ProviderFields = [new FlexpriceCustomerFields { Timezone = "" }] } },
    };

    public static TheoryData<string, CustomerUpdate> BadUpdates => new()
    {
        { "Phone", new CustomerUpdate { Phone = new string('0', 21) } },
        { "BillingAddress.Line1", new CustomerUpdate { BillingAddress = new Address { Line1 = new string('ж', 128), Country = "GB" } } },
        { "BillingAddress.City", new CustomerUpdate { BillingAddress = new Address { City = new string('ж', 51), Country = "GB" } } },
        { "BillingAddress.Country", new CustomerUpdate { BillingAddress = new Address { City = "London" } } },
        { "BillingAddress.Country", new CustomerUpdate { BillingAddress = new Address { City = "London", Country = "" } } },
        { "BillingAddress.Country", new CustomerUpdate { BillingAddress = new Address { City = "London", Country = "gb" } } },
        { "FlexpriceCustomerFields.Timezone", new CustomerUpdate { ProviderFields = [new FlexpriceCustomerFields { Timezone = "" }] } },
    };

    public static TheoryData<CustomerField, CustomerUpdate> Clearings => new()
    {
        { CustomerField.Email, new CustomerUpdate { Email = null } },
        { CustomerField.BillingAddress, new CustomerUpdate { BillingAddress = null } },
        { CustomerField.BillingAddress, new CustomerUpdate { BillingAddress = Address.Empty } },
        { CustomerField.Name, new CustomerUpdate { Name = null } },
        { CustomerField.ExternalId, new CustomerUpdate { ExternalId = null } },
    };

    /// <summary>Lengths in the unit that Flexprice counts, with the words of the refusal.</summary>
    public static TheoryData<CustomerCreate, string> Lengths => new()
    {
        {
            FlexpriceFixture.Ada with { Name = string.Concat(Enumerable.Repeat("🦊", 256)) },
            "Flexprice: Name has 256 characters; at most 255 are allowed. Shorten it. Nothing was sent."
        },
        {
            FlexpriceFixture.Ada with { BillingAddress = new Address { City = new string('ж', 60) } },
            "Flexprice: BillingAddress.City has 120 bytes in UTF-8; at most 100 are allowed. Letters outside ASCII take two to four bytes. Shorten it."
                + " Nothing was sent."
        },
    };

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync()
    {
        _fixture.Provider.Requests.ShouldBeEmpty();
        return _fixture.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(BadCreates), DisableDiscoveryEnumeration = true)]
    public async Task A_create_that_cannot_be_sent_is_refused(string property, CustomerCreate customer)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.CreateAsync(customer, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        refusal.Message.ShouldContain(property);
        refusal.ToString().ShouldNotContain("canary");
        refusal.StatusCode.ShouldBeNull();
        refusal.Attempts.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(BadUpdates), DisableDiscoveryEnumeration = true)]
    public async Task An_update_that_cannot_be_sent_is_refused(string property, CustomerUpdate update)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.UpdateAsync(Someone, update, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        refusal.Operation.ShouldBe(CustomerOperation.Update);
    }

    [Theory]
    [MemberData(nameof(Clearings), DisableDiscoveryEnumeration = true)]
    public async Task What_Flexprice_cannot_clear_is_refused(CustomerField field, CustomerUpdate update)
    {
        UnsupportedFieldException refusal = await Should.ThrowAsync<UnsupportedFieldException>(
            () => _fixture.Client.UpdateAsync(Someone, update, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Field.ShouldBe(field);
        refusal.Message.ShouldBe($"Flexprice cannot clear {field}. Leave it unset, or set a value. Nothing was sent.");
    }

    [Fact]
    public async Task A_new_address_without_a_country_is_refused_with_the_remedy()
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.UpdateAsync(
            Someone,
            new CustomerUpdate { BillingAddress = new Address { Line1 = "12 St James's Square", City = "London" } },
            cancellationToken: TestContext.Current.CancellationToken));

        refusal.Message.ShouldBe(UpdateWithoutCountry);
    }

    [Theory]
    [MemberData(nameof(Lengths), DisableDiscoveryEnumeration = true)]
    public async Task A_text_that_is_too_long_is_refused_in_the_unit_that_Flexprice_counts(CustomerCreate customer, string message)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(
            () => _fixture.Client.CreateAsync(customer, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Message.ShouldBe(message);
    }

    [Fact]
    public async Task A_country_in_small_letters_is_refused_with_the_remedy()
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.CreateAsync(
            FlexpriceFixture.Ada with { BillingAddress = new Address { Country = "us" } }, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Message.ShouldBe("Flexprice: BillingAddress.Country must be written in capital letters, such as US. Nothing was sent.");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    public async Task A_page_token_of_another_making_is_refused(string token)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.ListPageAsync(
            new CustomerListRequest { PageToken = token }, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Errors[0].Field.ShouldBe("PageToken");
    }
}
