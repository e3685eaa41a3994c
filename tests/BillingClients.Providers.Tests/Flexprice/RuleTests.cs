using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>What is wrong with a request is said before anything is sent, with the property's name and without its value.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private readonly FlexpriceFixture _fixture = new();

    public static TheoryData<string, CustomerCreate> BadCreates => new()
    {
        { "ExternalId", FlexpriceFixture.Ada with { ExternalId = null } },
        { "ExternalId", FlexpriceFixture.Ada with { ExternalId = "" } },
        { "ExternalId", FlexpriceFixture.Ada with { ExternalId = new string('x', 256) } },
        { "Name", FlexpriceFixture.Ada with { Name = null } },
        { "Name", FlexpriceFixture.Ada with { Name = new string('x', 256) } },
        { "Name", FlexpriceFixture.Ada with { Name = "\ud800canary" } },
        { "Email", FlexpriceFixture.Ada with { Email = "" } },
        { "Email", FlexpriceFixture.Ada with { Email = "canary" } },
        { "Email", FlexpriceFixture.Ada with { Email = "canary@" } },
        { "Phone", FlexpriceFixture.Ada with { Phone = new string('0', 21) } },
        { "BillingAddress.Line1", FlexpriceFixture.Ada with { BillingAddress = new Address { Line1 = new string('x', 256) } } },
        { "BillingAddress.City", FlexpriceFixture.Ada with { BillingAddress = new Address { City = new string('x', 101) } } },
        { "BillingAddress.PostalCode", FlexpriceFixture.Ada with { BillingAddress = new Address { PostalCode = new string('x', 21) } } },
        { "BillingAddress.Country", FlexpriceFixture.Ada with { BillingAddress = new Address { Country = "USA" } } },
        { "BillingAddress.Country", FlexpriceFixture.Ada with { BillingAddress = new Address { Country = "" } } },
        { "Metadata", FlexpriceFixture.Ada with { Metadata = new Dictionary<string, string> { [""] = "canary" } } },
        { "FlexpriceCustomerFields.Timezone", FlexpriceFixture.Ada with { ProviderFields = [new FlexpriceCustomerFields { Timezone = "" }] } },
    };

    public static TheoryData<CustomerField, CustomerCreate> UnsupportedCreates => new()
    {
        { CustomerField.Description, FlexpriceFixture.Ada with { Description = "canary" } },
        { CustomerField.ShippingAddress, FlexpriceFixture.Ada with { ShippingAddress = new Address { Line1 = "canary" } } },
        { CustomerField.TaxIds, FlexpriceFixture.Ada with { TaxIds = [new TaxId("eu_vat", "canary")] } },
        { CustomerField.TaxExempt, FlexpriceFixture.Ada with { TaxExempt = true } },
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
    [MemberData(nameof(UnsupportedCreates), DisableDiscoveryEnumeration = true)]
    public async Task A_field_that_Flexprice_cannot_hold_is_refused(CustomerField field, CustomerCreate customer)
    {
        UnsupportedFieldException refusal = await Should.ThrowAsync<UnsupportedFieldException>(
            () => _fixture.Client.CreateAsync(customer, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Field.ShouldBe(field);
        refusal.Message.ShouldContain($"Flexprice cannot hold {field}");
        refusal.Message.ShouldContain("UnsupportedFields");
        refusal.ToString().ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public async Task A_key_that_a_path_cannot_carry_is_refused_by_every_operation(string value)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        foreach (CustomerKey key in new[] { CustomerKey.FromId(value), CustomerKey.FromExternalId(value) })
        {
            await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.GetAsync(key, cancellationToken: token));
            await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada" }, cancellationToken: token));
            await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.DeleteAsync(key, cancellationToken: token));
        }
    }

    [Fact]
    public async Task A_key_with_half_a_character_is_refused() => await Should.ThrowAsync<BillingValidationException>(
        () => _fixture.Client.GetAsync(CustomerKey.FromId("cust_\udc00"), cancellationToken: TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_required_field_cannot_be_cleared()
    {
        foreach (CustomerUpdate update in new[] { new CustomerUpdate { Name = null }, new CustomerUpdate { ExternalId = null } })
        {
            UnsupportedFieldException refusal = await Should.ThrowAsync<UnsupportedFieldException>(
                () => _fixture.Client.UpdateAsync(CustomerKey.FromId("cust_1"), update, cancellationToken: TestContext.Current.CancellationToken));
            refusal.Message.ShouldContain("cannot clear");
        }
    }

    [Fact]
    public async Task Half_a_name_in_an_update_is_refused()
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.UpdateAsync(
            CustomerKey.FromId("cust_1"), new CustomerUpdate { FirstName = "Ada" }, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Errors[0].Field.ShouldBe("LastName");
    }

    [Theory]
    [InlineData(0, null, "PageSize")]
    [InlineData(1001, null, "PageSize")]
    [InlineData(10, "x", "PageToken")]
    [InlineData(10, "-1", "PageToken")]
    [InlineData(10, "", "PageToken")]
    public async Task A_page_that_does_not_exist_is_refused(int size, string? token, string property)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.ListPageAsync(
            new CustomerListRequest { PageSize = size, PageToken = token }, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Errors[0].Field.ShouldBe(property);
    }
}
