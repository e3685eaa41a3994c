using BillingClients.Testing;

namespace BillingClients.Providers.Tests.All;

/// <summary>Arguments are read once, when they are checked. What is checked is what every attempt sends.</summary>
public sealed class ChangedArgumentTests
{
    private const string Injected = "b\r\nX-Injected: 1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task Headers_that_change_between_two_attempts_are_sent_as_they_were_checked(string provider)
    {
        Dictionary<string, string> headers = new() { ["X-Trace"] = "a" };
        await using Bench bench = await StartAsync(provider, beforeEachRequest: () => headers["X-Trace"] = Injected);
        bench.Provider.Fault(SimulatedFault.ErrorBeforeCommit(503));

        await bench.Client.ListPageAsync(new CustomerListRequest(), new CallOptions { Headers = headers }, Token);

        bench.Provider.Requests.Select(static request => request.Header("X-Trace")).ShouldBe(["a", "a"]);
        bench.Provider.Requests.ShouldAllBe(static request => request.Header("X-Injected") == null);
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task Headers_that_differ_each_time_they_are_read_are_sent_as_they_were_checked(string provider)
    {
        await using Bench bench = await StartAsync(provider);

        await bench.Client.ListPageAsync(new CustomerListRequest(), new CallOptions { Headers = new FickleMap("X-Trace", "a", Injected) }, Token);

        bench.Provider.Requests.ShouldHaveSingleItem().Header("X-Trace").ShouldBe("a");
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_create_sends_the_collections_as_they_were_when_it_began(string provider)
    {
        CustomerCapabilities can = DiscoveredProvider.Called(provider).Descriptor.Capabilities;
        Dictionary<string, string> metadata = new() { ["plan"] = "first" };
        List<TaxId> taxIds = [new TaxId("eu_vat", "first")];
        await using Bench bench = await StartAsync(provider, beforeEachRequest: () =>
        {
            metadata["plan"] = "second";
            taxIds[0] = new TaxId("eu_vat", "second");
        });
        bench.Provider.Fault(SimulatedFault.ErrorBeforeCommit(429));

        await bench.Client.CreateAsync(
            ProviderCase.Ada with
            {
                Metadata = can.Field(CustomerField.Metadata).Create == Support.Unsupported ? null : metadata,
                TaxIds = can.Field(CustomerField.TaxIds).Create == Support.Unsupported ? null : [.. taxIds],
            },
            cancellationToken: Token);

        bench.Provider.Requests.Count.ShouldBeGreaterThan(1);
        bench.Provider.Requests.ShouldAllBe(static request => !request.BodyText.Contains("second"));
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task An_update_sends_the_collections_as_they_were_when_it_began(string provider)
    {
        CustomerCapabilities can = DiscoveredProvider.Called(provider).Descriptor.Capabilities;
        Dictionary<string, string> metadata = new() { ["plan"] = "first" };
        TaxId[] taxIds = [new TaxId("eu_vat", "first")];
        bool changes = false;
        await using Bench bench = await StartAsync(provider, beforeEachRequest: () =>
        {
            if (changes)
            {
                metadata["plan"] = "second";
                taxIds[0] = new TaxId("eu_vat", "second");
            }
        });
        Customer ada = await bench.Client.CreateAsync(ProviderCase.Ada, cancellationToken: Token);
        CustomerKey key = can.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId(ada.Id);
        changes = true;

        await bench.Client.UpdateAsync(
            key,
            new CustomerUpdate
            {
                Name = "Ada King",
                Metadata = can.Field(CustomerField.Metadata).Update == Support.Unsupported ? OptionalMetadata.Unset : metadata,
                TaxIds = can.Field(CustomerField.TaxIds).Update == Support.Unsupported ? OptionalTaxIds.Unset : taxIds,
            },
            cancellationToken: Token);

        bench.Provider.Requests.ShouldAllBe(static request => !request.BodyText.Contains("second"));
    }

    [Fact]
    public async Task Lists_in_a_providers_own_fields_are_sent_as_they_were_when_the_call_began()
    {
        Dictionary<string, string> metadata = new() { ["note"] = "first" };
        List<FlexpriceTaxRateOverride> rates = [new() { TaxRateCode = "first", Currency = "eur", Metadata = metadata }];
        List<string> ids = ["first"];
        await using Bench bench = await StartAsync("flexprice", beforeEachRequest: () =>
        {
            metadata["note"] = "second";
            rates[0] = new() { TaxRateCode = "second", Currency = "eur" };
            ids[0] = "second";
        });

        await bench.Client.CreateAsync(
            ProviderCase.Ada with { ProviderFields = [new FlexpriceCustomerFields { TaxRateOverrides = rates }] }, cancellationToken: Token);
        rates[0] = new() { TaxRateCode = "first", Currency = "eur" };
        ids[0] = "first";
        await bench.Client.ListPageAsync(
            new CustomerListRequest { ProviderFields = [new FlexpriceListFields { CustomerIds = ids, ExternalIds = ids }] }, cancellationToken: Token);

        bench.Provider.Requests.Count.ShouldBe(2);
        bench.Provider.Requests.ShouldAllBe(static request => request.BodyText.Contains("first") && !request.BodyText.Contains("second"));
    }

    // The key is fetched for each request, after the call was checked.
    private static Task<Bench> StartAsync(string provider, Action? beforeEachRequest = null) => Bench.StartAsync(provider, options =>
    {
        string key = options.ApiKey!;
        options.ApiKey = null;
        options.ApiKeyProvider = _ =>
        {
            beforeEachRequest?.Invoke();
            return new(key);
        };
    });
}
