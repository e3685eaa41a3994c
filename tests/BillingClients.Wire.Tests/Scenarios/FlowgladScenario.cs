using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests.Scenarios;

/// <summary>Flowglad. The key is sent bare, without a scheme; a delete archives.</summary>
internal sealed class FlowgladScenario() : Scenario("flowglad", new FlowgladOptions(), "sk_test_wiremock", "sk_test_wrong")
{
    /// <summary>The seed's request. It creates the customer archived, so that the external id stays free.</summary>
    private static readonly CustomerCreate Archived = new()
    {
        ExternalId = "crm-1791",
        Name = "Charles Babbage",
        Email = "charles@example.com",
        ProviderFields =
        [
            new FlowgladCustomerFields
            {
                Archived = true,
                LogoUrl = "https://example.com/logo.png",
                IconUrl = "https://example.com/icon.png",
                Domain = "example.com",
                UserId = "user_1",
                CatalogId = "catalog_1",
            },
        ],
    };

    private static readonly CustomerCreate Ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

    private static readonly CustomerKey AdaKey = CustomerKey.FromExternalId("crm-1815");

    private static readonly CustomerKey NobodysKey = CustomerKey.FromExternalId("crm-0");

    internal override ICustomerClient CreateClient(Uri baseAddress) =>
        new FlowgladCustomerClient(new FlowgladOptions { BaseAddress = baseAddress, ApiKey = ApiKey, MaxAttempts = 1 });

    internal override async Task PlayAsync(Stage stage)
    {
        OperationCalls create = stage.Of(OperationKind.Create);
        await create.AnswersAsync("full", 200, client => client.CreateAsync(Archived));
        Customer ada = await create.AnswersAsync("minimal", 200, client => client.CreateAsync(Ada));
        await create.AnswersAsync("nulls", 200, client => client.CreateAsync(Ada with
        {
            ExternalId = "crm-1852",
            ProviderFields = [new FlowgladCustomerFields { LogoUrl = null, IconUrl = null, Domain = "example.com", UserId = null }],
        }));
        await create.RefusesAsync("external id taken", 409, client => client.CreateAsync(Ada with { Name = "Another Ada" }));
        await create.RefusesAsync("wrong key", 401, client => client.CreateAsync(Ada, WrongKey));

        // The customer gives it in Flowglad's checkout.
        stage.Meanwhile(simulator => simulator.Flowglad.SetBillingAddress(
            ada.Id,
            """{"firstName":"Ada","lastName":"King","phone":"+14155550100","address":{"line1":"1 Market St","city":"San Francisco","country":"US"}}"""));

        OperationCalls get = stage.Of(OperationKind.Get);
        await get.AnswersAsync("by external id", 200, client => client.GetAsync(AdaKey));
        await get.RefusesAsync("not found", 404, client => client.GetAsync(NobodysKey));
        await get.RefusesAsync("wrong key", 401, client => client.GetAsync(AdaKey, WrongKey));

        OperationCalls list = stage.Of(OperationKind.List);
        CustomerPage page = await list.AnswersAsync("first page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }));
        await list.AnswersAsync("next page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2, PageToken = page.NextPageToken }));
        await list.RefusesAsync("malformed page token", 400, client => client.ListPageAsync(new CustomerListRequest { PageToken = "page 2" }));
        await list.RefusesAsync("wrong key", 401, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }, WrongKey));

        OperationCalls update = stage.Of(OperationKind.Update);
        CustomerUpdate rename = new() { Name = "Ada King" };
        await update.AnswersAsync("by external id", 200, client => client.UpdateAsync(AdaKey, rename));
        await update.AnswersAsync("everything, with a null", 200, client => client.UpdateAsync(AdaKey, new CustomerUpdate
        {
            Email = "ada.king@example.com",
            FirstName = "Ada",
            LastName = "King",
            ProviderFields = [new FlowgladCustomerFields { LogoUrl = "https://example.com/l.png", IconUrl = null, Domain = "example.org", UserId = "user_2" }],
        }));
        await update.RefusesAsync("not found", 404, client => client.UpdateAsync(NobodysKey, rename));
        await update.RefusesAsync("wrong key", 401, client => client.UpdateAsync(AdaKey, rename, WrongKey));

        OperationCalls delete = stage.Of(OperationKind.Delete);
        await delete.AnswersAsync("by external id", 200, client => client.DeleteAsync(AdaKey));
        await delete.RefusesAsync("not found", 404, client => client.DeleteAsync(NobodysKey));
        await delete.RefusesAsync("wrong key", 401, client => client.DeleteAsync(AdaKey, WrongKey));
    }
}
