using BillingClients.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingClients.Providers.Tests.All;

/// <summary>A null where a value is needed, and a collection that cannot be read, are refused with the name of the property before anything is sent.</summary>
public sealed class NullTests
{
    private static readonly (string Property, CustomerField? Field, Func<CustomerCreate, CustomerCreate> Change)[] BadCreates =
    [
        ("TaxIds", CustomerField.TaxIds, static ada => ada with { TaxIds = [null!] }),
        ("TaxIds", CustomerField.TaxIds, static ada => ada with { TaxIds = [new TaxId(null!, "1")] }),
        ("TaxIds", CustomerField.TaxIds, static ada => ada with { TaxIds = [new TaxId("eu_vat", null!)] }),
        ("Metadata", CustomerField.Metadata, static ada => ada with { Metadata = new Dictionary<string, string> { ["plan"] = null! } }),
        ("ProviderFields", null, static ada => ada with { ProviderFields = [null!] }),
    ];

    private static readonly (string Property, CustomerField? Field, CustomerUpdate Update)[] BadUpdates =
    [
        ("TaxIds", CustomerField.TaxIds, new CustomerUpdate { TaxIds = new TaxId[] { null! } }),
        ("Metadata", CustomerField.Metadata, new CustomerUpdate { Metadata = new Dictionary<string, string> { ["plan"] = null! } }),
        ("ProviderFields", null, new CustomerUpdate { Name = "Ada King", ProviderFields = [null!] }),
    ];

    private static readonly (string Property, CallOptions Options)[] BadOptions =
    [
        ("CallOptions.Headers", new CallOptions { Headers = new BrokenMap() }),
        ("CallOptions.Headers[X-Trace]", new CallOptions { Headers = new Dictionary<string, string> { ["X-Trace"] = null! } }),
        ("CallOptions.UnsupportedFields", new CallOptions { UnsupportedFields = (UnsupportedFields)99 }),
        ("CallOptions.UnsupportedFields", new CallOptions { UnsupportedFields = (UnsupportedFields)(-1) }),
        ("CallOptions.Timeout", new CallOptions { Timeout = TimeSpan.MaxValue }),
        ("CallOptions.Timeout", new CallOptions { Timeout = TimeSpan.FromDays(-1) }),
        ("CallOptions.ApiKey", new CallOptions { ApiKey = "hidden-1815\0" }),
        ("CallOptions.IdempotencyKey", new CallOptions { IdempotencyKey = "hidden-1815\0" }),
    ];

    public static TheoryData<string, bool> Clients => [.. DiscoveredProvider.All.SelectMany(static provider => new (string, bool)[] { (provider.Name, false), (provider.Name, true) })];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Clients))]
    public async Task They_are_refused_by_the_client_and_through_middleware(string provider, bool logs)
    {
        await using Bench bench = await Bench.StartAsync(provider, build: builder => _ = logs ? builder.UseLogging(includePayload: true) : builder);

        await ShouldRefuseAllAsync(bench.Client, bench.Client.Provider.Capabilities);

        bench.Simulator.Journal.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task The_fake_refuses_them_too(string provider)
    {
        using FakeCustomerClient fake = new(DiscoveredProvider.Called(provider).Descriptor);

        await ShouldRefuseAllAsync(fake, fake.Provider.Capabilities);

        fake.Calls.ShouldBeEmpty();
    }

    private static async Task ShouldRefuseAllAsync(ICustomerClient client, CustomerCapabilities can)
    {
        CustomerKey key = can.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId("cust_1");
        await Should.ThrowAsync<ArgumentNullException>(() => client.CreateAsync(null!, cancellationToken: Token));
        await Should.ThrowAsync<ArgumentNullException>(() => client.UpdateAsync(key, null!, cancellationToken: Token));
        await Should.ThrowAsync<ArgumentNullException>(() => client.ListPageAsync(null!, cancellationToken: Token));
        await ShouldRefuseAsync("CustomerKey.FromId", can.Get.ById, () => client.GetAsync(default, cancellationToken: Token));
        await ShouldRefuseAsync("CustomerKey.FromId", can.Update.ById, () => client.UpdateAsync(default, new CustomerUpdate(), cancellationToken: Token));
        await ShouldRefuseAsync("CustomerKey.FromId", can.Delete.ById, () => client.DeleteAsync(default, cancellationToken: Token));
        foreach ((string property, CustomerField? field, Func<CustomerCreate, CustomerCreate> change) in BadCreates)
        {
            Support support = field is { } known ? can.Field(known).Create : Support.Native;
            await ShouldRefuseAsync(property, support, () => client.CreateAsync(change(ProviderCase.Ada), cancellationToken: Token));
        }

        foreach ((string property, CustomerField? field, CustomerUpdate update) in BadUpdates)
        {
            Support support = field is { } known ? can.Field(known).Update : Support.Native;
            await ShouldRefuseAsync(property, support, () => client.UpdateAsync(key, update, cancellationToken: Token));
        }

        await ShouldRefuseAsync("ProviderFields", can.List, () => client.ListPageAsync(new CustomerListRequest { ProviderFields = [null!] }, cancellationToken: Token));
        foreach ((string property, CallOptions options) in BadOptions)
        {
            await ShouldRefuseAsync(property, can.Create, () => client.CreateAsync(ProviderCase.Ada, options, Token));
            await ShouldRefuseAsync(property, can.List, () => client.ListPageAsync(new CustomerListRequest(), options, Token));
            await ShouldRefuseAsync(property, Support.Native, () => client.UpdateAsync(key, new CustomerUpdate { Name = "Ada King" }, options, Token));
        }
    }

    private static async Task ShouldRefuseAsync(string property, Support support, Func<Task> call)
    {
        if (support == Support.Unsupported)
        {
            await Should.ThrowAsync<BillingException>(call, property);
            return;
        }

        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(call, property);
        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        refusal.ToString().ShouldNotContain("hidden-1815");
    }
}
