using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flexprice;

/// <summary>What is wrong with a request is said before anything is sent, with the property's name and without its value.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private readonly FlexpriceFixture _fixture = new();

    public static TheoryData<string, CustomerCreate> BadCreates => new()
    {
        { "ExternalId", FlexpriceFixture.Ada with { ExternalId = new string('x', 256) } },
        { "Name", FlexpriceFixture.Ada with { Name = new string('x', 256) } },
        { "Phone", FlexpriceFixture.Ada with { Phone = new string('0', 21) } },
        { "BillingAddress.Line1", FlexpriceFixture.Ada with { BillingAddress = new Address { Line1 = new string('x', 256) } } },
        { "BillingAddress.City", FlexpriceFixture.Ada with { BillingAddress = new Address { City = new string('x', 101) } } },
        { "BillingAddress.PostalCode", FlexpriceFixture.Ada with { BillingAddress = new Address { PostalCode = new string('x', 21) } } },
        { "BillingAddress.Country", FlexpriceFixture.Ada with { BillingAddress = new Address { Country = "USA" } } },
        { "FlexpriceCustomerFields.Timezone", FlexpriceFixture.Ada with { ProviderFields = [new FlexpriceCustomerFields { Timezone = "" }] } },
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
    [InlineData("x")]
    [InlineData("-1")]
    public async Task A_page_token_of_another_making_is_refused(string token)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(() => _fixture.Client.ListPageAsync(
            new CustomerListRequest { PageToken = token }, cancellationToken: TestContext.Current.CancellationToken));

        refusal.Errors[0].Field.ShouldBe("PageToken");
    }
}
