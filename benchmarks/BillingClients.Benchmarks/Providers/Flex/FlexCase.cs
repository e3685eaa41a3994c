using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BillingClients.Benchmarks.Peers;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Benchmarks.Providers;

/// <summary>Flex: bodies in envelopes, two names, metadata that is sent as text, and an idempotency key on each create.</summary>
/// <param name="looks">Whether the client looks for the e-mail address before a create. That is one request more, which the hand-written call does not have.</param>
internal sealed class FlexCase(bool looks = false) : ProviderCase
{
    private int _created;

    public override string Name => "flex";

    public override string ApiKey => "fsk_test_01HACM7FZ1084XB1GB6053VM0D";

    public override string KeyHeader => "Authorization";

    public override string KeyPrefix => "Bearer ";

    public override CustomerCreate NewCustomer { get; } =
        new() { FirstName = "Ada", LastName = "Lovelace", Email = "ada@example.com", Phone = "+442071234567", ShippingAddress = Home, Metadata = Tags };

    public override JsonSerializerContext Json => FlexJson.Default;

    public override string CustomerJson => CustomerJsonOf(StoredId);

    public override bool IsCreatedEachTime => true;

    public override string CreatedJson => Envelope(CustomerJsonOf(string.Create(CultureInfo.InvariantCulture, $"cus_01HACM7FZ1084XB1GB{Interlocked.Increment(ref _created):D8}")));

    public override string FoundJson => Envelope(CustomerJson);

    public override string ErrorJson => """{"error":{"code":"not_found","message":"Customer not found"}}""";

    // Created in the future, so that no customer is older than the call.
    private static string CustomerJsonOf(string id) => $$"""
        {"customer_id":"{{id}}","first_name":"Ada","last_name":"Lovelace","email":"ada@example.com","phone":"+442071234567","employer":null,
        "shipping":{"shipping_address_id":"fsh_01HACM7FZ1084XB1GB6053VM0E","line1":"1 Market Street","line2":"Suite 300","city":"San Francisco",
        "state":"CA","postal_code":"94105","country":"US"},"metadata":{"tier":"gold"},"created_at":"2999-11-20T09:15:00Z","test_mode":true}
        """;

    private static string Envelope(string customer) => $$"""{"customer":{{customer}}}""";

    public override ICustomerClientBuilder Register(IServiceCollection services, Uri baseAddress) =>
        services.AddFlex(options =>
        {
            Configure(options, baseAddress);
            options.LookBeforeCreate = looks;
        });

    public override Task<PlainCustomer> CreateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Post,
        "v1/customers",
        ToWire(NewCustomer),
        FlexJson.Default.Envelope,
        FlexJson.Default.FoundCustomer,
        static created => ToPlain(created.Customer!),
        idempotencyKey: Guid.NewGuid().ToString());

    public override Task<PlainCustomer> UpdateAsync(Peer peer) => peer.SendAsync(
        HttpMethod.Patch,
        $"v1/customers/{Uri.EscapeDataString(Stored.Value)}",
        new FlexWire.Envelope { Customer = new FlexWire.NewCustomer { FirstName = "Ada", LastName = "King", Email = Change.Email.Value } },
        FlexJson.Default.Envelope,
        FlexJson.Default.FoundCustomer,
        static found => ToPlain(found.Customer!));

    public override Task<IReadOnlyList<PlainCustomer>> ListPageAsync(Peer peer) => peer.GetAsync(
        $"v1/customers?limit={PageSize}",
        FlexJson.Default.Page,
        static page => (IReadOnlyList<PlainCustomer>)Each(page.Customers!, ToPlain));

    protected override Task<PlainCustomer> GetAsync(Peer peer, string id) =>
        peer.GetAsync($"v1/customers/{Uri.EscapeDataString(id)}", FlexJson.Default.FoundCustomer, static found => ToPlain(found.Customer!));

    protected override string PageOf(string items) => $$"""{"customers":[{{items}}]}""";

    private static FlexWire.Envelope ToWire(CustomerCreate customer) => new()
    {
        Customer = new FlexWire.NewCustomer
        {
            FirstName = customer.FirstName,
            LastName = customer.LastName,
            Email = customer.Email,
            Phone = customer.Phone,
            Shipping = new FlexWire.PostalAddress
            {
                Line1 = customer.ShippingAddress?.Line1,
                Line2 = customer.ShippingAddress?.Line2,
                City = customer.ShippingAddress?.City,
                State = customer.ShippingAddress?.State,
                PostalCode = customer.ShippingAddress?.PostalCode,
                Country = customer.ShippingAddress?.Country,
            },
            Metadata = JsonSerializer.Serialize(customer.Metadata!, FlexJson.Default.IReadOnlyDictionaryStringString),
        },
    };

    private static PlainCustomer ToPlain(FlexWire.StoredCustomer stored) => new()
    {
        Id = stored.CustomerId!,
        Name = $"{stored.FirstName} {stored.LastName}",
        Email = stored.Email,
        Phone = stored.Phone,
        ShippingAddress = stored.Shipping is not { } address ? null : new Address
        {
            Line1 = address.Line1,
            Line2 = address.Line2,
            City = address.City,
            State = address.State,
            PostalCode = address.PostalCode,
            Country = address.Country,
        },
        Metadata = stored.Metadata,
        CreatedAt = stored.CreatedAt,
    };
}
