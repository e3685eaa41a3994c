using System.Text.Json.Serialization;
using BillingClients.Benchmarks.Peers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Atlas: flat bodies with nested addresses, and an idempotency key on each create.</summary>
internal sealed class AtlasCase : ProviderCase
{
    public override string Name => "atlas";

    public override string ApiKey => "sk_test_01HACM7FZ1084XB1GB6053VM0D";

    public override string KeyHeader => "Authorization";

    public override string KeyPrefix => "Bearer ";

    public override CustomerCreate NewCustomer { get; } = new()
    {
        Email = "ada@example.com",
        Name = "Ada Lovelace",
        Phone = "+442071234567",
        Description = "First programmer",
        BillingAddress = Home,
        ShippingAddress = Home,
        TaxExempt = true,
        TaxIds = [new TaxId("gb_vat", "GB123456789")],
        Metadata = Tags,
    };

    public override JsonSerializerContext Json => AtlasJson.Default;

    public override string CustomerJson => """
        {"id":"cus_01HACM7FZ1084XB1GB6053VM0D","object":"customer","email":"ada@example.com","name":"Ada Lovelace","phone":"+442071234567",
        "description":"First programmer",
        "billing_address":{"line1":"1 Market Street","line2":"Suite 300","city":"San Francisco","state":"CA","postal_code":"94105","country":"US"},
        "shipping_address":{"line1":"1 Market Street","line2":"Suite 300","city":"San Francisco","state":"CA","postal_code":"94105","country":"US"},
        "default_payment_method":null,"tax_exempt":true,"tax_ids":[{"type":"gb_vat","value":"GB123456789"}],"metadata":{"tier":"gold"},"created":1763596800}
        """;

    public override string ErrorJson => """{"error":{"code":"not_found","message":"Customer not found"}}""";

    public override ICustomerClientBuilder Register(IServiceCollection services, Uri baseAddress) =>
        services.AddAtlas(options => Configure(options, baseAddress));

    public override Task<PlainCustomer> CreateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Post,
        "customers",
        ToWire(NewCustomer),
        AtlasJson.Default.NewCustomer,
        AtlasJson.Default.StoredCustomer,
        ToPlain,
        idempotencyKey: Guid.NewGuid().ToString());

    public override Task<PlainCustomer> UpdateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Patch,
        $"customers/{Uri.EscapeDataString(Stored.Value)}",
        new AtlasWire.NewCustomer { Name = Change.Name.Value, Email = Change.Email.Value },
        AtlasJson.Default.NewCustomer,
        AtlasJson.Default.StoredCustomer,
        ToPlain);

    public override Task<IReadOnlyList<PlainCustomer>> ListPageAsync(Peer peer) => peer.GetAsync(
        $"customers?limit={PageSize}&offset=0",
        AtlasJson.Default.Page,
        static page => (IReadOnlyList<PlainCustomer>)Each(page.Data!, ToPlain));

    protected override Task<PlainCustomer> GetAsync(Peer peer, string id) =>
        peer.GetAsync($"customers/{Uri.EscapeDataString(id)}", AtlasJson.Default.StoredCustomer, ToPlain);

    protected override string PageOf(string items) => $$"""{"data":[{{items}}],"has_more":true,"total_count":200}""";

    private static AtlasWire.NewCustomer ToWire(CustomerCreate customer) => new()
    {
        Email = customer.Email,
        Name = customer.Name,
        Phone = customer.Phone,
        Description = customer.Description,
        BillingAddress = ToWire(customer.BillingAddress),
        ShippingAddress = ToWire(customer.ShippingAddress),
        TaxExempt = customer.TaxExempt,
        TaxIds = customer.TaxIds?.Select(static taxId => new AtlasWire.TaxNumber { Type = taxId.Type, Value = taxId.Value }).ToList(),
        Metadata = customer.Metadata,
    };

    private static AtlasWire.PostalAddress? ToWire(Address? address) => address is null ? null : new()
    {
        Line1 = address.Line1,
        Line2 = address.Line2,
        City = address.City,
        State = address.State,
        PostalCode = address.PostalCode,
        Country = address.Country,
    };

    private static PlainCustomer ToPlain(AtlasWire.StoredCustomer stored) => new()
    {
        Id = stored.Id!,
        Name = stored.Name,
        Email = stored.Email,
        Phone = stored.Phone,
        BillingAddress = ToPlain(stored.BillingAddress),
        ShippingAddress = ToPlain(stored.ShippingAddress),
        Metadata = stored.Metadata,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(stored.Created),
    };

    private static Address? ToPlain(AtlasWire.PostalAddress? address) => address is null ? null : new()
    {
        Line1 = address.Line1,
        Line2 = address.Line2,
        City = address.City,
        State = address.State,
        PostalCode = address.PostalCode,
        Country = address.Country,
    };
}
