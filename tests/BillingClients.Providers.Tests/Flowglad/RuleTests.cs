using BillingClients.Testing;

namespace BillingClients.Providers.Tests.Flowglad;

/// <summary>What is refused before a request is sent, in words that name the property and never show a value.</summary>
public sealed class RuleTests : FlowgladTest
{
    private const string Secret = "s3cr3t-value";

    public static TheoryData<string, CustomerCreate> BadCreates => new()
    {
        { "FlowgladCustomerFields.LogoUrl", With(new FlowgladCustomerFields { LogoUrl = "" }) },
        { "FlowgladCustomerFields.IconUrl", With(new FlowgladCustomerFields { IconUrl = Secret + "\udc00" }) },
        { "FlowgladCustomerFields.Domain", With(new FlowgladCustomerFields { Domain = "" }) },
        { "FlowgladCustomerFields.UserId", With(new FlowgladCustomerFields { UserId = "" }) },
        { "FlowgladCustomerFields.CatalogId", With(new FlowgladCustomerFields { CatalogId = "" }) },
    };

    public static TheoryData<string, CustomerUpdate> BadUpdates => new()
    {
        { "FlowgladCustomerFields.CatalogId", new CustomerUpdate { ProviderFields = [new FlowgladCustomerFields { CatalogId = Secret }] } },
        { "FlowgladCustomerFields.Archived", new CustomerUpdate { ProviderFields = [new FlowgladCustomerFields { Archived = false }] } },
        { "FlowgladCustomerFields.LogoUrl", new CustomerUpdate { ProviderFields = [new FlowgladCustomerFields { LogoUrl = "" }] } },
    };

    [Theory]
    [MemberData(nameof(BadCreates))]
    public async Task A_bad_create_names_the_property(string property, CustomerCreate customer)
    {
        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(() => Client.CreateAsync(customer, cancellationToken: None));

        failure.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        NothingWasSentOrSaid(failure);
    }

    [Theory]
    [MemberData(nameof(BadUpdates))]
    public async Task A_bad_update_names_the_property(string property, CustomerUpdate update)
    {
        BillingValidationException failure = await Should.ThrowAsync<BillingValidationException>(
            () => Client.UpdateAsync(FlowgladFixture.AdaKey, update, cancellationToken: None));

        failure.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        NothingWasSentOrSaid(failure);
    }

    private static CustomerCreate With(FlowgladCustomerFields fields) => FlowgladFixture.Ada with { ProviderFields = [fields] };

    private void NothingWasSentOrSaid(BillingException failure)
    {
        failure.ToString().ShouldNotContain(Secret);
        failure.Attempts.ShouldBe(0);
        Fixture.Simulator.Journal.ShouldBeEmpty();
    }
}
