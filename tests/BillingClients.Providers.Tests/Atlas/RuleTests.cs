namespace BillingClients.Providers.Tests.Atlas;

/// <summary>What cannot go well is refused before a byte is sent, with the property and the remedy, and never with a value.</summary>
public sealed class RuleTests : IAsyncLifetime
{
    private const string Secret = "hidden-1815";

    private static readonly CancellationToken None = CancellationToken.None;

    private static readonly CustomerKey Key = CustomerKey.FromId("cus_1815");

    private readonly AtlasFixture _fixture = new();

    public static TheoryData<string, CustomerCreate> BadCreates => new()
    {
        { "Email", new CustomerCreate { Name = Secret } },
        { "Email", new CustomerCreate { Email = "" } },
        { "Email", new CustomerCreate { Email = Secret } },
        { "Email", new CustomerCreate { Email = Secret + " @example.com" } },
        { "Name", AtlasFixture.Ada with { Name = "" } },
        { "Phone", AtlasFixture.Ada with { Phone = "" } },
        { "Description", AtlasFixture.Ada with { Description = Secret + "\ud83d" } },
        { "BillingAddress.City", AtlasFixture.Ada with { BillingAddress = new Address { City = "" } } },
        { "ShippingAddress.Line1", AtlasFixture.Ada with { ShippingAddress = new Address { Line1 = Secret + "\udc00" } } },
        { "TaxIds.Type", AtlasFixture.Ada with { TaxIds = [new TaxId("", Secret)] } },
        { "TaxIds.Value", AtlasFixture.Ada with { TaxIds = [new TaxId(Secret, "")] } },
        { "Metadata", AtlasFixture.Ada with { Metadata = new Dictionary<string, string> { [""] = Secret } } },
        { "Metadata[external_id]", AtlasFixture.Ada with { Metadata = new Dictionary<string, string> { ["external_id"] = Secret } } },
        { "AtlasCustomerFields.DefaultPaymentMethod", AtlasFixture.Ada with { ProviderFields = [new AtlasCustomerFields { DefaultPaymentMethod = Secret }] } },
    };

    public static TheoryData<string, CustomerUpdate> BadUpdates => new()
    {
        { "Email", new CustomerUpdate { Email = Secret } },
        { "Name", new CustomerUpdate { Name = "" } },
        { "LastName", new CustomerUpdate { FirstName = Secret } },
        { "FirstName", new CustomerUpdate { LastName = Secret } },
        { "Metadata[external_id]", new CustomerUpdate { ExternalId = "crm-1815", Metadata = new Dictionary<string, string> { ["external_id"] = Secret } } },
        { "Metadata[external_id]", new CustomerUpdate { ExternalId = null, Metadata = new Dictionary<string, string> { ["external_id"] = Secret } } },
        { "AtlasCustomerFields.DefaultPaymentMethod", new CustomerUpdate { ProviderFields = [new AtlasCustomerFields { DefaultPaymentMethod = "" }] } },
    };

    public static TheoryData<string, CustomerListRequest> BadLists => new()
    {
        { "PageSize", new CustomerListRequest { PageSize = 0 } },
        { "PageSize", new CustomerListRequest { PageSize = 101 } },
        { "PageToken", new CustomerListRequest { PageToken = Secret } },
        { "PageToken", new CustomerListRequest { PageToken = "-1" } },
        { "Email", new CustomerListRequest { Email = Secret } },
    };

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Theory]
    [MemberData(nameof(BadCreates))]
    public Task A_create_is_refused(string property, CustomerCreate customer) =>
        ShouldRefuseAsync(property, () => _fixture.Client.CreateAsync(customer, cancellationToken: None));

    [Theory]
    [MemberData(nameof(BadUpdates))]
    public Task An_update_is_refused(string property, CustomerUpdate update) =>
        ShouldRefuseAsync(property, () => _fixture.Client.UpdateAsync(Key, update, cancellationToken: None));

    [Theory]
    [MemberData(nameof(BadLists))]
    public Task A_list_is_refused(string property, CustomerListRequest request) =>
        ShouldRefuseAsync(property, () => ListAsync(request));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("hidden-1815\n")]
    public async Task A_key_that_is_no_id_is_refused(string id)
    {
        CustomerKey key = CustomerKey.FromId(id);

        await ShouldRefuseAsync("CustomerKey.FromId", () => _fixture.Client.GetAsync(key, cancellationToken: None));
        await ShouldRefuseAsync("CustomerKey.FromId", () => _fixture.Client.UpdateAsync(key, new CustomerUpdate { Name = "Ada" }, cancellationToken: None));
        await ShouldRefuseAsync("CustomerKey.FromId", () => _fixture.Client.DeleteAsync(key, cancellationToken: None));
    }

    [Fact]
    public async Task An_external_id_finds_nobody()
    {
        CustomerKey key = CustomerKey.FromExternalId(Secret);

        await ShouldLackAsync("Get.ByExternalId", () => _fixture.Client.GetAsync(key, cancellationToken: None));
        await ShouldLackAsync("Update.ByExternalId", () => _fixture.Client.UpdateAsync(key, new CustomerUpdate(), cancellationToken: None));
        await ShouldLackAsync("Delete.ByExternalId", () => _fixture.Client.DeleteAsync(key, cancellationToken: None));
        await ShouldLackAsync("Filters.ExternalId", () => ListAsync(new CustomerListRequest { ExternalId = Secret }));
    }

    [Fact]
    public async Task A_list_has_no_filter_by_date()
    {
        DateTimeOffset moment = DateTimeOffset.UnixEpoch;

        await ShouldLackAsync("Filters.CreatedFrom", () => ListAsync(new CustomerListRequest { CreatedFrom = moment }));
        await ShouldLackAsync("Filters.CreatedTo", () => ListAsync(new CustomerListRequest { CreatedTo = moment }));
    }

    [Fact]
    public async Task What_is_never_null_there_cannot_be_cleared()
    {
        (await ShouldNotClearAsync(new CustomerUpdate { Email = null })).Field.ShouldBe(CustomerField.Email);
        (await ShouldNotClearAsync(new CustomerUpdate { TaxExempt = null })).Field.ShouldBe(CustomerField.TaxExempt);
    }

    [Fact]
    public async Task The_same_external_id_twice_is_no_contradiction()
    {
        Dictionary<string, string> metadata = new() { ["external_id"] = "crm-1815" };

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada with { Metadata = metadata }, cancellationToken: None);
        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id), new CustomerUpdate { ExternalId = "crm-1815", Metadata = metadata }, cancellationToken: None);

        updated.ExternalId.ShouldBe("crm-1815");
    }

    [Theory]
    [InlineData("pk_test_hidden-1815")]
    [InlineData("hidden-1815")]
    [InlineData("Bearer-sk_test_hidden-1815")]
    [InlineData("SK_TEST_hidden-1815")]
    public void A_key_of_another_form_is_refused_and_not_shown(string key)
    {
        ArgumentException refusal = Should.Throw<ArgumentException>(() => AtlasCustomerClient.Create(new AtlasOptions { ApiKey = key }));

        refusal.Message.ShouldContain("AtlasOptions:ApiKey is no secret key of Atlas");
        refusal.Message.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("sk_test_1815")]
    [InlineData("sk_live_1815")]
    public void A_secret_key_is_taken(string key)
    {
        AtlasOptions options = new() { ApiKey = key };

        options.Validate("Billing:Atlas").ShouldBeEmpty();
        options.GetBaseAddress().ShouldBe(new Uri("https://api.atlas.co/functions/v1"));
    }

    private Task<CustomerPage> ListAsync(CustomerListRequest request) => _fixture.Client.ListPageAsync(request, cancellationToken: None);

    private async Task ShouldRefuseAsync(string property, Func<Task> call)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(call);
        refusal.Message.ShouldStartWith($"Atlas: {property} ");
        refusal.Message.ShouldNotContain(Secret);
        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        refusal.StatusCode.ShouldBeNull();
        refusal.Attempts.ShouldBe(0);
        _fixture.Simulator.Journal.ShouldBeEmpty();
    }

    private async Task ShouldLackAsync(string capability, Func<Task> call)
    {
        UnsupportedCapabilityException refusal = await Should.ThrowAsync<UnsupportedCapabilityException>(call);
        refusal.Capability.ShouldBe(capability);
        refusal.Message.ShouldNotContain(Secret);
        _fixture.Simulator.Journal.ShouldBeEmpty();
    }

    private async Task<UnsupportedFieldException> ShouldNotClearAsync(CustomerUpdate update)
    {
        UnsupportedFieldException refusal = await Should.ThrowAsync<UnsupportedFieldException>(
            () => _fixture.Client.UpdateAsync(Key, update, cancellationToken: None));
        _fixture.Simulator.Journal.ShouldBeEmpty();
        return refusal;
    }
}
