using System.Text.Json;
using BillingClients.Json.Tests.Fixtures;
using BillingClients.Providers;
using BillingClients.Testing;

namespace BillingClients.Json.Tests;

/// <summary>A client takes its provider's records, each where it belongs, and ignores the other providers'.</summary>
public sealed class OwnFieldsTests : IAsyncLifetime
{
    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada" };

    private ProviderSimulator _simulator = null!;
    private FlexpriceCustomerClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _simulator = await ProviderSimulator.StartAsync(cancellationToken: Token);
        SimulatedProvider flexprice = _simulator["flexprice"];
        _client = new FlexpriceCustomerClient(new FlexpriceOptions { ApiKey = flexprice.ApiKey, BaseAddress = flexprice.BaseAddress });
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Fact]
    public async Task A_record_for_another_operation_is_refused()
    {
        ProviderFields[] listFields = [new FlexpriceListFields { Status = "archived" }];
        ProviderFields[] customerFields = [new FlexpriceCustomerFields { Timezone = "UTC" }];

        await RefusedAsync("FlexpriceListFields is for List, not for Create. Leave it out.", () => CreateAsync(listFields));
        await RefusedAsync("FlexpriceListFields is for List, not for Update. Leave it out.", () => UpdateAsync(listFields));
        await RefusedAsync("FlexpriceCustomerFields is for Create and Update, not for List. Leave it out.", () => ListAsync(customerFields));
    }

    [Fact]
    public async Task Two_records_of_a_type_are_refused()
    {
        await RefusedAsync("FlexpriceCustomerFields is given twice.", () => CreateAsync(new FlexpriceCustomerFields { Timezone = "UTC" }, new FlexpriceCustomerFields()));
        await RefusedAsync("FlexpriceListFields is given twice.", () => ListAsync(new FlexpriceListFields(), new FlexCustomerFields(), new FlexpriceListFields()));
    }

    [Fact]
    public async Task Other_providers_records_are_ignored()
    {
        ProviderFields[] others =
        [
            new FlexCustomerFields(), new FlexCustomerFields(), new RunOnAtlasListFields { Name = "x" }, new UnregisteredFields(), new UnregisteredFields(),
            Kept("""{"$type":"zuora.customerFields"}"""), Kept("""{"$type":"flexpriceplus.customerFields"}"""),
        ];

        (await CreateAsync(others)).Name.ShouldBe("Ada");
        (await UpdateAsync(others)).Name.ShouldBe("Ada King");
        (await ListAsync(others)).Items.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("flexprice.customFields")]
    [InlineData("flexprice.customer")]
    [InlineData("Flexprice.customerFields")]
    public async Task A_name_that_the_provider_does_not_have_is_refused_with_those_that_it_has(string name)
    {
        ProviderFields kept = Kept($$"""{"$type":"{{name}}","timezone":"UTC"}""");

        await RefusedAsync("ProviderFields has an entry whose \"$type\" is not a record of Flexprice. Write flexprice.customerFields.", () => CreateAsync(kept));
        await RefusedAsync("ProviderFields has an entry whose \"$type\" is not a record of Flexprice. Write flexprice.listFields.", () => ListAsync(kept));
    }

    [Fact]
    public void A_kept_record_that_is_registered_meanwhile_is_sent()
    {
        ProviderDescriptor provider = DiscoveredProvider.Called("flexprice").Descriptor with { Name = "later" };
        RequestCheck check = new(provider, static () => UnsupportedFields.Throw, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        CustomerCreate kept = Ada with { ProviderFields = [Kept("""{"note":"x","$type":"later.customerFields"}""")] };
        CustomerCreate broken = Ada with { ProviderFields = [Kept("""{"note":{},"$type":"later.customerFields"}""")] };
        CustomerCreate half = Ada with { ProviderFields = [Kept("""{"note":"\ud83d","$type":"later.customerFields"}""")] };
        Should.Throw<BillingValidationException>(() => Checked(check, provider, kept)).Message.ShouldContain("is not a record of Flexprice. Leave it out.");

        ProviderRecords.AddFields("later.customerFields", static () => LaterJsonContext.Default.LaterFields, OperationKind.Create);

        ProviderFieldsOf.Find<LaterFields>(Checked(check, provider, kept).ProviderFields).ShouldBe(new LaterFields { Note = "x" });
        foreach (CustomerCreate unreadable in (CustomerCreate[])[broken, half])
        {
            Should.Throw<BillingValidationException>(() => Checked(check, provider, unreadable)).Message.ShouldContain("LaterFields has JSON that cannot be read.");
        }
    }

    [Fact]
    public async Task What_was_read_from_JSON_is_sent()
    {
        await CreateAsync(Kept("""{"$type":"flexprice.customerFields","timezone":"Europe/London"}"""));

        Customer stored = await _client.GetAsync(CustomerKey.FromExternalId("crm-1815"), cancellationToken: Token);
        stored.As<FlexpriceCustomer>()!.Timezone.ShouldBe("Europe/London");
    }

    private static CustomerCreate Checked(RequestCheck check, ProviderDescriptor provider, CustomerCreate customer)
    {
        FieldCheck fields = new(provider, CustomerOperation.Create);
        CustomerCreate read = check.Create(fields, customer, options: null);
        fields.ThrowIfRefused();
        return read;
    }

    private static ProviderFields Kept(string json) =>
        Contracts.Read<CustomerCreate>($$"""{"providerFields":[{{json}}]}""", BillingJsonContext.Default.Options).ProviderFields.ShouldHaveSingleItem();

    private Task<Customer> CreateAsync(params ProviderFields[] fields) => _client.CreateAsync(Ada with { ProviderFields = fields }, cancellationToken: Token);

    private Task<Customer> UpdateAsync(params ProviderFields[] fields) => _client.UpdateAsync(
        CustomerKey.FromExternalId("crm-1815"), new CustomerUpdate { Name = "Ada King", ProviderFields = fields }, cancellationToken: Token);

    private Task<CustomerPage> ListAsync(params ProviderFields[] fields) => _client.ListPageAsync(new CustomerListRequest { ProviderFields = fields }, cancellationToken: Token);

    private static async Task RefusedAsync(string message, Func<Task> call) =>
        (await Should.ThrowAsync<BillingValidationException>(call)).Message.ShouldContain(message);
}
