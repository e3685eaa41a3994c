using System.Text.Json.Serialization;
using BillingClients.Benchmarks.Peers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Flowglad: bodies in envelopes, and customers that are addressed by the external id.</summary>
internal sealed class FlowgladCase : ProviderCase
{
    public override string Name => "flowglad";

    public override string ApiKey => "sk_test_01HACM7FZ1084XB1GB6053VM0D";

    public override string KeyHeader => "Authorization";

    public override CustomerCreate NewCustomer { get; } =
        new() { ExternalId = ExternalId, Name = "Ada Lovelace", Email = "ada@example.com", ProviderFields = [new FlowgladCustomerFields { Domain = "example.com" }] };

    public override CustomerKey Stored => CustomerKey.FromExternalId(ExternalId);

    public override CustomerKey Missing => CustomerKey.FromExternalId(MissingId);

    public override JsonSerializerContext Json => FlowgladJson.Default;

    public override string CustomerJson => """
        {"id":"cus_01HACM7FZ1084XB1GB6053VM0D","createdAt":1763629200000,"updatedAt":1763632800123,"livemode":false,"organizationId":"org_Zx8Cv6Bn4",
        "email":"ada@example.com","name":"Ada Lovelace","invoiceNumberBase":"ADA0001","archived":false,"logoURL":null,"iconURL":null,"domain":"example.com",
        "billingAddress":{"name":"Ada Lovelace","firstName":"Ada","lastName":"Lovelace","phone":"+442071234567","address":{"line1":"1 Market Street",
        "line2":"Suite 300","city":"San Francisco","state":"CA","postal_code":"94105","country":"US"}},"externalId":"crm-1815","userId":"user_1",
        "pricingModelId":"pricing_model_Qw2Er4Ty6"}
        """;

    public override string CreatedJson => $$"""{"data":{{FoundJson}}}""";

    public override string FoundJson => $$"""{"customer":{{CustomerJson}}}""";

    public override string ErrorJson => """{"error":"Customer not found","code":"NOT_FOUND","request_id":"req_1"}""";

    public override ICustomerClientBuilder Register(IServiceCollection services, Uri baseAddress) =>
        services.AddFlowglad(options => Configure(options, baseAddress));

    public override Task<PlainCustomer> CreateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Post,
        "api/v1/customers",
        ToWire(NewCustomer, "example.com"),
        FlowgladJson.Default.Envelope,
        FlowgladJson.Default.CreatedCustomer,
        static created => ToPlain(created.Data!.Customer!));

    public override Task<PlainCustomer> UpdateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Put,
        $"api/v1/customers/{Uri.EscapeDataString(Stored.Value)}",
        new FlowgladWire.Envelope { Customer = new FlowgladWire.NewCustomer { Name = Change.Name.Value, Email = Change.Email.Value } },
        FlowgladJson.Default.Envelope,
        FlowgladJson.Default.FoundCustomer,
        static found => ToPlain(found.Customer!));

    public override Task<IReadOnlyList<PlainCustomer>> ListPageAsync(Peer peer) => peer.GetAsync(
        $"api/v1/customers?limit={PageSize}",
        FlowgladJson.Default.Page,
        static page => (IReadOnlyList<PlainCustomer>)Each(page.Data!, ToPlain));

    protected override Task<PlainCustomer> GetAsync(Peer peer, string id) => peer.GetAsync(
        $"api/v1/customers/{Uri.EscapeDataString(id)}", FlowgladJson.Default.FoundCustomer, static found => ToPlain(found.Customer!));

    protected override string PageOf(string items) => $$"""{"data":[{{items}}],"nextCursor":"c_2","hasMore":true,"total":200}""";

    private static FlowgladWire.Envelope ToWire(CustomerCreate customer, string domain) => new()
    {
        Customer = new FlowgladWire.NewCustomer { Email = customer.Email, Name = customer.Name, ExternalId = customer.ExternalId, Domain = domain },
    };

    private static PlainCustomer ToPlain(FlowgladWire.StoredCustomer stored) => new()
    {
        Id = stored.Id!,
        ExternalId = stored.ExternalId,
        Name = stored.Name,
        Email = stored.Email,
        Phone = stored.BillingAddress?.Phone,
        BillingAddress = ToPlain(stored.BillingAddress?.Address),
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(stored.CreatedAt),
    };

    private static Address? ToPlain(FlowgladWire.PostalAddress? address) => address is null ? null : new()
    {
        Line1 = address.Line1,
        Line2 = address.Line2,
        City = address.City,
        State = address.State,
        PostalCode = address.PostalCode,
        Country = address.Country,
    };
}
