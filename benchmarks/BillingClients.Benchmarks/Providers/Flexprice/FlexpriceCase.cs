using System.Text.Json.Serialization;
using BillingClients.Benchmarks.Contestants;
using BillingClients.Benchmarks.Peers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Flexprice: flat bodies, and a list that is a search.</summary>
internal sealed class FlexpriceCase : ProviderCase
{
    public override string Name => "flexprice";

    public override IEnumerable<Side> Sides => Enum.GetValues<Side>();

    public override string ApiKey => "sk_01HACM7FZ1084XB1GB6053VM0D";

    public override string KeyHeader => "x-api-key";

    public override CustomerCreate NewCustomer { get; } =
        new() { ExternalId = ExternalId, Name = "Ada Lovelace", Email = "ada@example.com", BillingAddress = Home, Metadata = Tags };

    public override JsonSerializerContext Json => FlexpriceJson.Default;

    public override string CustomerJson => """
        {"id":"cus_01HACM7FZ1084XB1GB6053VM0D","external_id":"crm-1815","name":"Ada Lovelace","email":"ada@example.com","contact":"",
        "address_line1":"1 Market Street","address_line2":"Suite 300","address_city":"San Francisco","address_state":"CA",
        "address_postal_code":"94105","address_country":"US","timezone":"UTC","metadata":{"tier":"gold"},"environment_id":"env_1","tenant_id":"tenant_1",
        "status":"published","created_at":"2026-11-20T09:15:00.123456Z","updated_at":"2026-11-20T09:15:00.123456Z","created_by":"user_1","updated_by":"user_1"}
        """;

    public override string ErrorJson => """{"code":"not_found","message":"Customer not found","http_status_code":404}""";

    public override ICustomerClientBuilder Register(IServiceCollection services, Uri baseAddress) =>
        services.AddFlexprice(options => Configure(options, baseAddress));

    public override Task<PlainCustomer> CreateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Post, "customers", ToWire(NewCustomer), FlexpriceJson.Default.NewCustomer, FlexpriceJson.Default.StoredCustomer, ToPlain);

    public override Task<PlainCustomer> UpdateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Put,
        $"customers?id={Uri.EscapeDataString(Stored.Value)}",
        ToWire(Change),
        FlexpriceJson.Default.NewCustomer,
        FlexpriceJson.Default.StoredCustomer,
        ToPlain);

    public override Task<IReadOnlyList<PlainCustomer>> ListPageAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Post,
        "customers/search",
        FirstPage(),
        FlexpriceJson.Default.Search,
        FlexpriceJson.Default.Page,
        ToPlain);

    protected override Task<PlainCustomer> GetAsync(Peer peer, string id) =>
        peer.GetAsync($"customers/{Uri.EscapeDataString(id)}", FlexpriceJson.Default.StoredCustomer, ToPlain);

    protected override string PageOf(string items) => $$$"""{"items":[{{{items}}}],"pagination":{"total":200,"limit":100,"offset":100}}""";

    internal static FlexpriceWire.NewCustomer ToWire(CustomerCreate customer) => new()
    {
        ExternalId = customer.ExternalId,
        Name = customer.Name,
        Email = customer.Email,
        AddressLine1 = customer.BillingAddress?.Line1,
        AddressLine2 = customer.BillingAddress?.Line2,
        AddressCity = customer.BillingAddress?.City,
        AddressState = customer.BillingAddress?.State,
        AddressPostalCode = customer.BillingAddress?.PostalCode,
        AddressCountry = customer.BillingAddress?.Country,
        Metadata = customer.Metadata,
    };

    internal static FlexpriceWire.NewCustomer ToWire(CustomerUpdate change) => new() { Name = change.Name.Value, Email = change.Email.Value };

    internal static FlexpriceWire.Search FirstPage() => new() { Limit = PageSize };

    internal static IReadOnlyList<PlainCustomer> ToPlain(FlexpriceWire.Page page) => Each(page.Items!, ToPlain);

    internal static PlainCustomer ToPlain(FlexpriceWire.StoredCustomer stored) => new()
    {
        Id = stored.Id!,
        ExternalId = stored.ExternalId,
        Name = stored.Name,
        Email = stored.Email,
        Phone = stored.Contact,
        BillingAddress = new Address
        {
            Line1 = stored.AddressLine1,
            Line2 = stored.AddressLine2,
            City = stored.AddressCity,
            State = stored.AddressState,
            PostalCode = stored.AddressPostalCode,
            Country = stored.AddressCountry,
        },
        Metadata = stored.Metadata,
        CreatedAt = stored.CreatedAt,
    };
}
