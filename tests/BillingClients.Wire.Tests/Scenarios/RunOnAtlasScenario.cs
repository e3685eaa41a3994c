using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests.Scenarios;

/// <summary>RunOnAtlas (platform.runonatlas.com). An update is an upsert, after a read.</summary>
internal sealed class RunOnAtlasScenario() : Scenario("runonatlas", new RunOnAtlasOptions(), "secret-wiremock", "secret-wrong")
{
    private static readonly Address Home = new()
    {
        Line1 = "123 Main St",
        Line2 = "Apt 1",
        City = "Anytown",
        State = "CA",
        PostalCode = "12345",
        Country = "US",
    };

    private static readonly Address Harbour = new()
    {
        Line1 = "9 Harbour Road",
        Line2 = "Dock 2",
        City = "Othertown",
        State = "WA",
        PostalCode = "98101-6789",
        Country = "US",
    };

    private static readonly RunOnAtlasCustomerFields Elsewhere = new() { QuickBooksId = "quickbooks-1815", StripeId = "cus_1815" };

    /// <summary>The seed's request.</summary>
    private static readonly CustomerCreate John = new()
    {
        ExternalId = "crm-1815",
        Name = "John Doe",
        BillingAddress = Home,
        ShippingAddress = Harbour,
        ProviderFields = [Elsewhere],
    };

    internal override ICustomerClient CreateClient(Uri baseAddress) =>
        new RunOnAtlasCustomerClient(new RunOnAtlasOptions { BaseAddress = baseAddress, ApiKey = ApiKey, MaxAttempts = 1 });

    internal override async Task PlayAsync(Stage stage)
    {
        OperationCalls create = stage.Of(OperationKind.Create);
        Customer john = await create.AnswersAsync("full", 200, client => client.CreateAsync(John));
        Customer grace = await create.AnswersAsync("minimal", 200, client => client.CreateAsync(new CustomerCreate { ExternalId = "crm-1906" }));
        await create.AnswersAsync("full, with an e-mail", 200, client => client.CreateAsync(
            John with { ExternalId = "crm-1912", Email = "john.doe@example.com" }));
        await create.RefusesAsync("external id taken", 409, client => client.CreateAsync(
            new CustomerCreate { ExternalId = "crm-1815", Name = "Another John" }));
        await create.RefusesAsync("wrong key", 401, client => client.CreateAsync(John, WrongKey));

        OperationCalls get = stage.Of(OperationKind.Get);
        await get.AnswersAsync("by id", 200, client => client.GetAsync(CustomerKey.FromId(john.Id)));
        await get.AnswersAsync("by external id", 200, client => client.GetAsync(CustomerKey.FromExternalId("crm-1815")));
        await get.RefusesAsync("not found", 404, client => client.GetAsync(CustomerKey.FromExternalId("crm-0")));
        await get.RefusesAsync("wrong key", 401, client => client.GetAsync(CustomerKey.FromId(john.Id), WrongKey));

        OperationCalls list = stage.Of(OperationKind.List);
        CustomerPage page = await list.AnswersAsync("first page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }));
        await list.AnswersAsync("next page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2, PageToken = page.NextPageToken }));
        await list.AnswersAsync("by e-mail", 200, client => client.ListPageAsync(new CustomerListRequest { Email = "john.doe@example.com" }));
        await list.AnswersAsync("by external id", 200, client => client.ListPageAsync(new CustomerListRequest { ExternalId = "crm-1815" }));
        await list.RefusesAsync("wrong key", 401, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }, WrongKey));

        OperationCalls update = stage.Of(OperationKind.Update);
        CustomerUpdate everything = new()
        {
            Name = "Grace Hopper",
            Email = "grace@example.com",
            BillingAddress = Home,
            ShippingAddress = Harbour,
            ProviderFields = [Elsewhere],
        };
        await update.AnswersAsync("by id", 200, client => client.UpdateAsync(CustomerKey.FromId(grace.Id), everything));
        CustomerUpdate nulls = new() { Name = "Grace Murray", Email = null, BillingAddress = Home with { Line2 = null }, ShippingAddress = null };
        await update.AnswersAsync("by external id", 200, client => client.UpdateAsync(CustomerKey.FromExternalId("crm-1906"), nulls));
        await update.RefusesAsync("not found", 404, client => client.UpdateAsync(CustomerKey.FromId("nobody"), everything));
        await update.RefusesAsync("wrong key", 401, client => client.UpdateAsync(CustomerKey.FromId(grace.Id), everything, WrongKey));
    }
}
