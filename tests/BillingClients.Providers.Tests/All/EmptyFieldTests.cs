using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>An empty address, list or map is the same as none, at every provider. So is "not tax exempt" where there is no such field.</summary>
public sealed class EmptyFieldTests
{
    private static readonly (CustomerField Field, CustomerUpdate Empty, CustomerUpdate Cleared)[] EmptyUpdates =
    [
        (CustomerField.BillingAddress, new() { BillingAddress = Address.Empty }, new() { BillingAddress = null }),
        (CustomerField.ShippingAddress, new() { ShippingAddress = Address.Empty }, new() { ShippingAddress = null }),
        (CustomerField.TaxIds, new() { TaxIds = [] }, new() { TaxIds = null }),
        (CustomerField.Metadata, new() { Metadata = [] }, new() { Metadata = null }),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_create_does_not_send_it(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        await using Bench other = await Bench.StartAsync(provider);
        CustomerCreate padded = ProviderCase.Ada with
        {
            BillingAddress = Address.Empty,
            ShippingAddress = new Address(),
            TaxIds = [],
            Metadata = new Dictionary<string, string>(),
        };

        await bench.Client.CreateAsync(padded, cancellationToken: Token);
        await other.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);

        BodyOfCreate(bench).ShouldBe(BodyOfCreate(other));
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task An_update_clears_with_it_or_leaves_it_out_where_there_is_no_such_field(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        CustomerKey key = await AddAsync(bench, ProviderCase.Ada);
        foreach ((CustomerField field, CustomerUpdate empty, CustomerUpdate cleared) in EmptyUpdates)
        {
            FieldSupport support = bench.Client.Provider.Capabilities.Field(field);
            if (support == default)
            {
                (await SentAsync(bench, key, empty)).ShouldBe(await SentAsync(bench, key, new CustomerUpdate()), $"{field}");
            }
            else if (support.Clear == Support.Unsupported)
            {
                (await Should.ThrowAsync<UnsupportedFieldException>(() => SentAsync(bench, key, empty))).Field.ShouldBe(field);
            }
            else
            {
                (await SentAsync(bench, key, empty)).ShouldBe(await SentAsync(bench, key, cleared), $"{field}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task Not_tax_exempt_is_sent_where_there_is_such_a_field_and_left_out_elsewhere(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);

        CustomerKey key = await AddAsync(bench, ProviderCase.Ada with { TaxExempt = false });
        string updated = await SentAsync(bench, key, new CustomerUpdate { Name = "Ada King", TaxExempt = false });

        bool hasField = bench.Client.Provider.Capabilities.Field(CustomerField.TaxExempt) != default;
        BodyOfCreate(bench).Contains("exempt", StringComparison.OrdinalIgnoreCase).ShouldBe(hasField);
        updated.Contains("exempt", StringComparison.OrdinalIgnoreCase).ShouldBe(hasField);
    }

    private static string BodyOfCreate(Bench bench) => bench.Provider.Requests.Last(static request => request.Method == "POST").BodyText;

    private static async Task<CustomerKey> AddAsync(Bench bench, CustomerCreate customer)
    {
        Customer added = await bench.Client.CreateAsync(customer, cancellationToken: Token);
        bool byId = bench.Client.Provider.Capabilities.Update.ById != Support.Unsupported;
        return byId ? CustomerKey.FromId(added.Id) : CustomerKey.FromExternalId(customer.ExternalId!);
    }

    private static async Task<string> SentAsync(Bench bench, CustomerKey key, CustomerUpdate update)
    {
        await bench.Client.UpdateAsync(key, update, cancellationToken: Token);
        return bench.Provider.Requests[^1].BodyText;
    }
}
