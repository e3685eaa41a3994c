using System.Text.Json.Serialization;
using BillingClients.Benchmarks.Peers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Providers;

/// <summary>RunOnAtlas: flat bodies. An update is an upsert, which both sides put after a read, so that it makes no new customer.</summary>
internal sealed class RunOnAtlasCase : ProviderCase
{
    public override string Name => "runonatlas";

    public override string ApiKey => "roa_01HACM7FZ1084XB1GB6053VM0D";

    public override string KeyHeader => "x-api-key";

    public override CustomerCreate NewCustomer { get; } =
        new() { ExternalId = ExternalId, Name = "Ada Lovelace", Email = "ada@example.com", BillingAddress = Home, ShippingAddress = Home };

    public override JsonSerializerContext Json => RunOnAtlasJson.Default;

    public override string CustomerJson => """
        {"id":"cus_01HACM7FZ1084XB1GB6053VM0D","merchantId":"merchant_1","createdAt":"2026-11-20T09:15:00.123Z","updatedAt":"2026-11-20T09:15:00.123Z",
        "externalId":"crm-1815","billingAddress1":"1 Market Street","billingAddress2":"Suite 300","billingCity":"San Francisco","billingCountry":"US",
        "billingState":"CA","billingZipCode":"94105","shippingAddress1":"1 Market Street","shippingAddress2":"Suite 300",
        "shippingCity":"San Francisco","shippingCountry":"US","shippingState":"CA","shippingZipCode":"94105","email":"ada@example.com",
        "name":"Ada Lovelace","quickBooksId":null,"stripeId":null,"status":"ACTIVE","isEligibleForTrial":true}
        """;

    public override string ErrorJson => """{"message":"Customer not found"}""";

    public override ICustomerClientBuilder Register(IServiceCollection services, Uri baseAddress) =>
        services.AddRunOnAtlas(options => Configure(options, baseAddress));

    public override Task<PlainCustomer> CreateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Post, "external/customers", ToWire(NewCustomer), RunOnAtlasJson.Default.NewCustomer, RunOnAtlasJson.Default.StoredCustomer, ToPlain);

    public override async Task<PlainCustomer> UpdateAsync(Peer peer)
    {
        PlainCustomer stored = await GetAsync(peer);
        return await peer.SendAsync(
            HttpMethod.Post,
            "external/customers/upsert",
            new RunOnAtlasWire.NewCustomer { ExternalId = stored.ExternalId, Name = Change.Name.Value, Email = Change.Email.Value },
            RunOnAtlasJson.Default.NewCustomer,
            RunOnAtlasJson.Default.StoredCustomer,
            ToPlain);
    }

    public override Task<IReadOnlyList<PlainCustomer>> ListPageAsync(Peer peer) => peer.GetAsync(
        $"external/customers?page=1&pageSize={PageSize}",
        RunOnAtlasJson.Default.Page,
        static page => (IReadOnlyList<PlainCustomer>)Each(page.Results!, ToPlain));

    protected override Task<PlainCustomer> GetAsync(Peer peer, string id) =>
        peer.GetAsync($"external/customers/{Uri.EscapeDataString(id)}", RunOnAtlasJson.Default.StoredCustomer, ToPlain);

    protected override string PageOf(string items) => $$"""{"results":[{{items}}],"count":200,"pages":2,"currentPage":1}""";

    private static RunOnAtlasWire.NewCustomer ToWire(CustomerCreate customer) => new()
    {
        ExternalId = customer.ExternalId,
        Name = customer.Name,
        Email = customer.Email,
        BillingAddress1 = customer.BillingAddress?.Line1,
        BillingAddress2 = customer.BillingAddress?.Line2,
        BillingCity = customer.BillingAddress?.City,
        BillingCountry = customer.BillingAddress?.Country,
        BillingState = customer.BillingAddress?.State,
        BillingZipCode = customer.BillingAddress?.PostalCode,
        ShippingAddress1 = customer.ShippingAddress?.Line1,
        ShippingAddress2 = customer.ShippingAddress?.Line2,
        ShippingCity = customer.ShippingAddress?.City,
        ShippingCountry = customer.ShippingAddress?.Country,
        ShippingState = customer.ShippingAddress?.State,
        ShippingZipCode = customer.ShippingAddress?.PostalCode,
    };

    private static PlainCustomer ToPlain(RunOnAtlasWire.StoredCustomer stored) => new()
    {
        Id = stored.Id!,
        ExternalId = stored.ExternalId,
        Name = stored.Name,
        Email = stored.Email,
        BillingAddress = new Address
        {
            Line1 = stored.BillingAddress1,
            Line2 = stored.BillingAddress2,
            City = stored.BillingCity,
            State = stored.BillingState,
            PostalCode = stored.BillingZipCode,
            Country = stored.BillingCountry,
        },
        ShippingAddress = new Address
        {
            Line1 = stored.ShippingAddress1,
            Line2 = stored.ShippingAddress2,
            City = stored.ShippingCity,
            State = stored.ShippingState,
            PostalCode = stored.ShippingZipCode,
            Country = stored.ShippingCountry,
        },
        CreatedAt = stored.CreatedAt,
    };
}
