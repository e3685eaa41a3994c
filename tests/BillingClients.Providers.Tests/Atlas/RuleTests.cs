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
        { "Metadata[external_id]", AtlasFixture.Ada with { Metadata = new Dictionary<string, string> { ["external_id"] = Secret } } },
        { "AtlasCustomerFields.DefaultPaymentMethod", AtlasFixture.Ada with { ProviderFields = [new AtlasCustomerFields { DefaultPaymentMethod = Secret }] } },
    };

    public static TheoryData<string, CustomerUpdate> BadUpdates => new()
    {
        { "Metadata[external_id]", new CustomerUpdate { ExternalId = "crm-1815", Metadata = new Dictionary<string, string> { ["external_id"] = Secret } } },
        { "Metadata[external_id]", new CustomerUpdate { ExternalId = null, Metadata = new Dictionary<string, string> { ["external_id"] = Secret } } },
        { "AtlasCustomerFields.DefaultPaymentMethod", new CustomerUpdate { ProviderFields = [new AtlasCustomerFields { DefaultPaymentMethod = "" }] } },
    };

    public static TheoryData<string, CustomerListRequest> BadLists => new()
    {
        { "PageToken", new CustomerListRequest { PageToken = Secret } },
        { "PageToken", new CustomerListRequest { PageToken = "-1" } },
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

    [Fact]
    public async Task The_same_external_id_twice_is_accepted()
    {
        Dictionary<string, string> metadata = new() { ["external_id"] = "crm-1815" };

        Customer created = await _fixture.Client.CreateAsync(AtlasFixture.Ada with { Metadata = metadata }, cancellationToken: None);
        Customer updated = await _fixture.Client.UpdateAsync(
            CustomerKey.FromId(created.Id), new CustomerUpdate { ExternalId = "crm-1815", Metadata = metadata }, cancellationToken: None);

        updated.ExternalId.ShouldBe("crm-1815");
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
}
