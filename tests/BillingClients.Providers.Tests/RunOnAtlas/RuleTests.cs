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
    public async Task A_postal_code_that_is_not_a_ZIP_code_is_refused_in_either_address_of_create_and_update(string code)
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
    public async Task An_empty_id_at_another_service_is_refused()
    {
        foreach (RunOnAtlasCustomerFields fields in (RunOnAtlasCustomerFields[])[new() { QuickBooksId = "" }, new() { StripeId = "" }])
        {
            string property = fields.StripeId is null ? "RunOnAtlasCustomerFields.QuickBooksId" : "RunOnAtlasCustomerFields.StripeId";
            await RefusedAsync(property, null, () => CreateAsync(RunOnAtlasFixture.Ada with { ProviderFields = [fields] }));
            await RefusedAsync(property, null, () => UpdateAsync(new CustomerUpdate { ProviderFields = [fields] }));
        }
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
