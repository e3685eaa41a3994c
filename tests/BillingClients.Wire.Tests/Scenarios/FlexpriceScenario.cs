using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests.Scenarios;

/// <summary>Flexprice. A list is a search.</summary>
internal sealed class FlexpriceScenario() : Scenario("flexprice", new FlexpriceOptions(), "sk_wiremock", "sk_wrong")
{
    /// <summary>The seed's request.</summary>
    private static readonly CustomerCreate Ada = new()
    {
        ExternalId = "crm-1815",
        Name = "Ada Lovelace",
        Email = "ada@example.com",
        BillingAddress = new Address { Line1 = "1 Market St", Line2 = "Floor 2", City = "San Francisco", State = "CA", PostalCode = "94105", Country = "US" },
        Metadata = new Dictionary<string, string> { ["tier"] = "gold" },
    };

    private static readonly FlexpriceCustomerFields AddedSinceTheSeed = new()
    {
        Timezone = "Europe/London",
        TaxRateOverrides = [new FlexpriceTaxRateOverride { TaxRateCode = "vat", Currency = "gbp", AutoApply = false, Priority = 2 }],
        SkipOnboardingWorkflow = true,
        OnboardingWorkflowName = "default",
    };

    internal override ICustomerClient CreateClient(Uri baseAddress) =>
        new FlexpriceCustomerClient(new FlexpriceOptions { BaseAddress = baseAddress, ApiKey = ApiKey, MaxAttempts = 1 });

    internal override async Task PlayAsync(Stage stage)
    {
        OperationCalls create = stage.Of(OperationKind.Create);
        Customer ada = await create.AnswersAsync("full", 201, client => client.CreateAsync(Ada));
        await create.AnswersAsync("minimal", 201, client => client.CreateAsync(new CustomerCreate { ExternalId = "crm-1906", Name = "Grace Hopper" }));
        await create.AnswersAsync("fields added since the seed", 201, client => client.CreateAsync(
            Ada with { ExternalId = "crm-1912", Email = "alan@example.com", Phone = "+14155550100", ProviderFields = [AddedSinceTheSeed] }));
        await create.AnswersAsync("empty list of tax rates", 201, client => client.CreateAsync(
            new CustomerCreate { ExternalId = "crm-1930", Name = "Edsger", ProviderFields = [new FlexpriceCustomerFields { TaxRateOverrides = [] }] }));
        await create.AnswersAsync("null for tax rates, left out", 201, client => client.CreateAsync(
            new CustomerCreate { ExternalId = "crm-1943", Name = "Margaret", ProviderFields = [new FlexpriceCustomerFields { TaxRateOverrides = null }] }));
        await create.RefusesAsync("external id taken", 409, client => client.CreateAsync(new CustomerCreate { ExternalId = "crm-1815", Name = "Another Ada" }));
        await create.RefusesAsync("e-mail without a domain", 400, client => client.CreateAsync(
            new CustomerCreate { ExternalId = "crm-1", Name = "Nobody", Email = "nobody@localhost" }));
        await create.RefusesAsync("a country that does not exist", 400, client => client.CreateAsync(
            new CustomerCreate { ExternalId = "crm-2", Name = "Nobody", BillingAddress = new Address { Country = "UK" } }));
        await create.AnswersAsync("external id with a slash", 201, client => client.CreateAsync(
            new CustomerCreate { ExternalId = "crm/1971", Name = "Mary Kenneth Keller" }));
        await create.RefusesAsync("wrong key", 401, client => client.CreateAsync(Ada, WrongKey));

        OperationCalls get = stage.Of(OperationKind.Get);
        await get.AnswersAsync("by id", 200, client => client.GetAsync(CustomerKey.FromId(ada.Id)));
        await get.AnswersAsync("by external id", 200, client => client.GetAsync(CustomerKey.FromExternalId("crm-1815")));
        await get.AnswersAsync("by external id with a slash", 200, client => client.GetAsync(CustomerKey.FromExternalId("crm/1971")));
        await get.RefusesAsync("not found", 404, client => client.GetAsync(CustomerKey.FromExternalId("crm-0")));
        await get.RefusesAsync("wrong key", 401, client => client.GetAsync(CustomerKey.FromId(ada.Id), WrongKey));

        OperationCalls list = stage.Of(OperationKind.List);
        CustomerPage page = await list.AnswersAsync("first page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }));
        await list.AnswersAsync("next page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2, PageToken = page.NextPageToken }));
        await list.AnswersAsync("by e-mail", 200, client => client.ListPageAsync(new CustomerListRequest { Email = "ada@example.com" }));
        await list.AnswersAsync("by external id", 200, client => client.ListPageAsync(new CustomerListRequest { ExternalId = "crm-1815" }));
        DateTimeOffset day = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero);
        await list.AnswersAsync("created on a day", 200, client => client.ListPageAsync(
            new CustomerListRequest { CreatedFrom = day, CreatedTo = day.AddDays(1).AddTicks(-1) }));
        await list.RefusesAsync("malformed e-mail", 400, client => client.ListPageAsync(new CustomerListRequest { Email = "nobody@localhost" }));
        await list.RefusesAsync("wrong key", 401, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }, WrongKey));

        OperationCalls update = stage.Of(OperationKind.Update);
        CustomerUpdate rename = new() { Name = "Ada King", Phone = "+442071234567", Metadata = new Dictionary<string, string> { ["tier"] = "silver" } };
        await update.AnswersAsync("by id", 200, client => client.UpdateAsync(CustomerKey.FromId(ada.Id), rename));
        await update.AnswersAsync("by external id", 200, client => client.UpdateAsync(CustomerKey.FromExternalId("crm-1815"), rename));
        await update.AnswersAsync("new address", 200, client => client.UpdateAsync(
            CustomerKey.FromId(ada.Id), new CustomerUpdate { Phone = null, BillingAddress = new Address { City = "London", Country = "GB" } }));
        await update.RefusesAsync("not found", 404, client => client.UpdateAsync(CustomerKey.FromExternalId("crm-0"), rename));
        await update.RefusesAsync("wrong key", 401, client => client.UpdateAsync(CustomerKey.FromId(ada.Id), rename, WrongKey));

        OperationCalls delete = stage.Of(OperationKind.Delete);
        await delete.AnswersAsync("by id", 204, client => client.DeleteAsync(CustomerKey.FromId(ada.Id)));
        await delete.AnswersAsync("by external id", 204, client => client.DeleteAsync(CustomerKey.FromExternalId("crm-1906")));
        await delete.RefusesAsync("not found", 404, client => client.DeleteAsync(CustomerKey.FromId("cust_nobody")));
        await delete.RefusesAsync("wrong key", 401, client => client.DeleteAsync(CustomerKey.FromId(ada.Id), WrongKey));
    }
}
