namespace BillingClients.Providers.Tests.All;

/// <summary>Every provider's client refuses a bad request before it is sent. The message has the property's name and not its value.</summary>
public sealed class RefusalTests
{
    private const string Canary = "hidden-1815";
    private const string HalfACharacter = Canary + "\ud83d";

    private static readonly (string Property, CustomerField Field, CustomerCreate Customer)[] BadCreates =
    [
        ("ExternalId", CustomerField.ExternalId, new CustomerCreate { ExternalId = HalfACharacter }),
        ("Name", CustomerField.Name, new CustomerCreate { Name = "" }),
        ("Email", CustomerField.Email, new CustomerCreate { Email = Canary }),
        ("Phone", CustomerField.Phone, new CustomerCreate { Phone = "" }),
        ("Description", CustomerField.Description, new CustomerCreate { Description = HalfACharacter }),
        ("BillingAddress.City", CustomerField.BillingAddress, new CustomerCreate { BillingAddress = new Address { City = "" } }),
        ("ShippingAddress.Line1", CustomerField.ShippingAddress, new CustomerCreate { ShippingAddress = new Address { Line1 = HalfACharacter } }),
        ("TaxIds.Type", CustomerField.TaxIds, new CustomerCreate { TaxIds = [new TaxId("", Canary)] }),
        ("TaxIds.Value", CustomerField.TaxIds, new CustomerCreate { TaxIds = [new TaxId(Canary, "")] }),
        ("Metadata", CustomerField.Metadata, new CustomerCreate { Metadata = new Dictionary<string, string> { [""] = Canary } }),
    ];

    private static readonly (string Property, CustomerField Field, CustomerUpdate Update)[] BadUpdates =
    [
        ("Name", CustomerField.Name, new CustomerUpdate { Name = "" }),
        ("Email", CustomerField.Email, new CustomerUpdate { Email = Canary }),
        ("ShippingAddress.Line1", CustomerField.ShippingAddress, new CustomerUpdate { ShippingAddress = new Address { Line1 = HalfACharacter } }),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task A_text_that_cannot_be_sent_is_named(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        CustomerCapabilities capabilities = bench.Client.Provider.Capabilities;
        foreach ((string property, _, CustomerCreate bad) in BadCreates.Where(each => capabilities.Field(each.Field).Create != Support.Unsupported))
        {
            await ShouldRefuseAsync(bench, property, () => bench.Client.CreateAsync(WithWhatIsRequired(bad), cancellationToken: Token));
        }

        foreach ((string property, _, CustomerUpdate bad) in BadUpdates.Where(each => capabilities.Field(each.Field).Update != Support.Unsupported))
        {
            await ShouldRefuseAsync(bench, property, () => bench.Client.UpdateAsync(Someone(bench), bad, cancellationToken: Token));
        }
    }

    /// <summary>The external id becomes part of a path when the customer is looked up.</summary>
    [Theory]
    [InlineData("runonatlas")]
    [InlineData("flexprice")]
    [InlineData("flowglad")]
    public async Task An_external_id_that_no_path_can_carry_is_not_stored(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        foreach (string externalId in (string[])["  ", ".", "..", Canary + "\n", new string('x', 1025)])
        {
            await ShouldRefuseAsync(
                bench, "ExternalId", () => bench.Client.CreateAsync(ProviderCase.Ada with { ExternalId = externalId }, cancellationToken: Token));
        }
    }

    [Theory]
    [MemberData(nameof(ProviderCase.WithOneName), MemberType = typeof(ProviderCase))]
    public async Task Half_a_name_cannot_be_updated(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        CustomerKey key = Someone(bench);

        await ShouldRefuseAsync(bench, "LastName", () => bench.Client.UpdateAsync(key, new CustomerUpdate { FirstName = Canary }, cancellationToken: Token));
        await ShouldRefuseAsync(bench, "FirstName", () => bench.Client.UpdateAsync(key, new CustomerUpdate { LastName = Canary }, cancellationToken: Token));
    }

    [Theory]
    [MemberData(nameof(ProviderCase.Names), MemberType = typeof(ProviderCase))]
    public async Task What_a_provider_lacks_has_the_name_that_its_capabilities_have(string provider)
    {
        await using Bench bench = await Bench.StartAsync(provider);
        ICustomerClient client = bench.Client;
        CustomerCapabilities can = client.Provider.Capabilities;
        CustomerKey id = CustomerKey.FromId(Canary);
        CustomerKey externalId = CustomerKey.FromExternalId(Canary);
        CustomerUpdate update = new() { Name = "Ada King" };
        (string Capability, Support Support, Func<Task> Call)[] calls =
        [
            ("Get.ById", can.Get.ById, () => client.GetAsync(id, cancellationToken: Token)),
            ("Get.ByExternalId", can.Get.ByExternalId, () => client.GetAsync(externalId, cancellationToken: Token)),
            ("Update.ById", can.Update.ById, () => client.UpdateAsync(id, update, cancellationToken: Token)),
            ("Update.ByExternalId", can.Update.ByExternalId, () => client.UpdateAsync(externalId, update, cancellationToken: Token)),
            (can.Delete == default ? "Delete" : "Delete.ById", can.Delete.ById, () => client.DeleteAsync(id, cancellationToken: Token)),
            (can.Delete == default ? "Delete" : "Delete.ByExternalId", can.Delete.ByExternalId, () => client.DeleteAsync(externalId, cancellationToken: Token)),
            ("Filters.Email", can.Filters.Email, () => ListAsync(new CustomerListRequest { Email = Canary })),
            ("Filters.ExternalId", can.Filters.ExternalId, () => ListAsync(new CustomerListRequest { ExternalId = Canary })),
            ("Filters.CreatedFrom", can.Filters.CreatedFrom, () => ListAsync(new CustomerListRequest { CreatedFrom = DateTimeOffset.UnixEpoch })),
            ("Filters.CreatedTo", can.Filters.CreatedTo, () => ListAsync(new CustomerListRequest { CreatedTo = DateTimeOffset.UnixEpoch })),
        ];

        foreach ((string capability, _, Func<Task> call) in calls.Where(static each => each.Support == Support.Unsupported))
        {
            UnsupportedCapabilityException refusal = await Should.ThrowAsync<UnsupportedCapabilityException>(call, capability);
            refusal.Capability.ShouldBe(capability);
            refusal.Message.ShouldNotContain(Canary);
        }

        bench.Simulator.Journal.ShouldBeEmpty();

        Task ListAsync(CustomerListRequest request) => client.ListPageAsync(request, cancellationToken: Token);
    }

    private static CustomerKey Someone(Bench bench) =>
        bench.Client.Provider.Capabilities.Update.ById == Support.Unsupported ? CustomerKey.FromExternalId("crm-1815") : CustomerKey.FromId("1815");

    private static CustomerCreate WithWhatIsRequired(CustomerCreate bad) => bad with
    {
        ExternalId = bad.ExternalId ?? "crm-1815",
        Name = bad.Name ?? "Ada Lovelace",
        Email = bad.Email ?? "ada@example.com",
    };

    private static async Task ShouldRefuseAsync(Bench bench, string property, Func<Task> call)
    {
        BillingValidationException refusal = await Should.ThrowAsync<BillingValidationException>(call, property);
        refusal.Errors.ShouldHaveSingleItem().Field.ShouldBe(property);
        refusal.Message.ShouldStartWith($"{bench.Client.Provider.DisplayName}: {property} ");
        refusal.Message.ShouldEndWith("Nothing was sent.");
        refusal.ToString().ShouldNotContain(Canary);
        refusal.StatusCode.ShouldBeNull();
        refusal.Attempts.ShouldBe(0);
        bench.Simulator.Journal.ShouldBeEmpty();
    }
}
