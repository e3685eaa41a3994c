using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests.Scenarios;

/// <summary>Atlas (api.atlas.co).</summary>
internal sealed class AtlasScenario() : Scenario("atlas", new AtlasOptions(), "sk_test_wiremock", "sk_test_wrong")
{
    private static readonly Address London = new()
    {
        Line1 = "12 St James's Square",
        Line2 = "Floor 2",
        City = "London",
        State = "Greater London",
        PostalCode = "SW1Y 4JH",
        Country = "GB",
    };

    /// <summary>The seed's request. Its metadata is an empty object there, which would not be sent.</summary>
    private static readonly CustomerCreate Ada = new()
    {
        Email = "ada@example.com",
        Name = "Ada Lovelace",
        Phone = "+442071234567",
        Description = "Annual plan, London office",
        BillingAddress = London,
        ShippingAddress = London with { Line2 = "Floor 3" },
        TaxExempt = true,
        TaxIds = [new TaxId("eu_vat", "DE123456789")],
        Metadata = [new("tier", "gold")],
    };

    internal override ICustomerClient CreateClient(Uri baseAddress) =>
        new AtlasCustomerClient(new AtlasOptions { BaseAddress = baseAddress, ApiKey = ApiKey, MaxAttempts = 1 });

    internal override async Task PlayAsync(Stage stage)
    {
        OperationCalls create = stage.Of(OperationKind.Create);
        Customer ada = await create.AnswersAsync("full", 201, client => client.CreateAsync(Ada));
        await create.AnswersAsync("minimal", 201, client => client.CreateAsync(new CustomerCreate { Email = "grace@example.com" }));
        Customer alan = await create.AnswersAsync("external id and metadata", 201, client => client.CreateAsync(
            new CustomerCreate { Email = "alan@example.com", ExternalId = "crm-1912", Metadata = new Dictionary<string, string> { ["tier"] = "gold" } }));
        await create.AnswersAsync("given idempotency key", 201, client => client.CreateAsync(
            new CustomerCreate { Email = "edsger@example.com" }, new CallOptions { IdempotencyKey = GivenIdempotencyKey }));
        await create.RefusesAsync("e-mail taken", 400, client => client.CreateAsync(new CustomerCreate { Email = "ada@example.com", Name = "Another Ada" }));
        await create.RefusesAsync("wrong key", 401, client => client.CreateAsync(Ada, WrongKey));

        OperationCalls get = stage.Of(OperationKind.Get);
        await get.AnswersAsync("by id", 200, client => client.GetAsync(CustomerKey.FromId(ada.Id)));
        await get.RefusesAsync("not found", 404, client => client.GetAsync(CustomerKey.FromId("cus_nobody")));
        await get.RefusesAsync("wrong key", 401, client => client.GetAsync(CustomerKey.FromId(ada.Id), WrongKey));

        OperationCalls list = stage.Of(OperationKind.List);
        CustomerPage page = await list.AnswersAsync("first page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }));
        await list.AnswersAsync("next page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2, PageToken = page.NextPageToken }));
        await list.AnswersAsync("by e-mail", 200, client => client.ListPageAsync(new CustomerListRequest { Email = "ada@example.com" }));
        await list.RefusesAsync("wrong key", 401, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }, WrongKey));

        OperationCalls update = stage.Of(OperationKind.Update);
        CustomerUpdate rename = new() { Name = "Ada King", Phone = null, BillingAddress = London with { Line1 = "1 Ockham Park", Line2 = null } };
        await update.AnswersAsync("by id", 200, client => client.UpdateAsync(CustomerKey.FromId(ada.Id), rename));
        await update.AnswersAsync("external id, with the metadata kept", 200, client => client.UpdateAsync(
            CustomerKey.FromId(alan.Id), new CustomerUpdate { ExternalId = "crm-1954" }));
        await update.RefusesAsync("not found", 404, client => client.UpdateAsync(CustomerKey.FromId("cus_nobody"), rename));
        await update.RefusesAsync("wrong key", 401, client => client.UpdateAsync(CustomerKey.FromId(ada.Id), rename, WrongKey));

        OperationCalls delete = stage.Of(OperationKind.Delete);
        await delete.AnswersAsync("by id", 200, client => client.DeleteAsync(CustomerKey.FromId(ada.Id)));
        await delete.RefusesAsync("not found", 404, client => client.DeleteAsync(CustomerKey.FromId("cus_nobody")));
        await delete.RefusesAsync("wrong key", 401, client => client.DeleteAsync(CustomerKey.FromId(ada.Id), WrongKey));
    }
}
