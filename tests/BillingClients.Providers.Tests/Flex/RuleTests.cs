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
        { new CustomerCreate { ExternalId = "Cher", Metadata = new Dictionary<string, string> { ["external_id"] = "Bono" } }, "Metadata[external_id]" },
        { new CustomerCreate { ProviderFields = [new FlexCustomerFields { Employer = "" }] }, "FlexCustomerFields.Employer" },
        { new CustomerCreate { ProviderFields = [new FlexCustomerFields { CheckoutSessionId = "" }] }, "FlexCustomerFields.CheckoutSessionId" },
    };

    public static TheoryData<CustomerUpdate, string> BadUpdates => new()
    {
        { new CustomerUpdate { Name = "Cher" }, "Name" },
        { new CustomerUpdate { Name = "Cher Bono", FirstName = "Cher" }, "LastName" },
        { new CustomerUpdate { Name = "Cher Bono", LastName = null }, "FirstName" },
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

    private static void ShouldRefuse(BillingValidationException refused, string property)
    {
        refused.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        refused.Message.ShouldContain(property);
        refused.Message.ShouldNotContain("Cher");
        refused.Message.ShouldNotContain("Bono");
        refused.Attempts.ShouldBe(0);
    }
}
