using BillingClients.Testing;
using BillingClients.Wire.Tests.Stages;

namespace BillingClients.Wire.Tests.Scenarios;

/// <summary>Flex. A create looks for the e-mail address first. The external id is an entry of the metadata, which an update reads before it writes.</summary>
internal sealed class FlexScenario() : Scenario("flex", new FlexOptions(), "fsk_test_wiremock", "fsk_test_wrong")
{
    /// <summary>The seed's request.</summary>
    private static readonly CustomerCreate John = new()
    {
        FirstName = "John",
        LastName = "Doe",
        Email = "john.doe@example.com",
        Phone = "+15555555555",
        ShippingAddress = new Address { Line1 = "1 Market St", Line2 = "Floor 2", City = "San Francisco", State = "CA", PostalCode = "94105", Country = "US" },
        ProviderFields = [new FlexCustomerFields { Employer = "Flex", CheckoutSessionId = "fcs_1" }],
    };

    internal override ICustomerClient CreateClient(Uri baseAddress) =>
        new FlexCustomerClient(new FlexOptions
        {
            BaseAddress = baseAddress,
            ApiKey = ApiKey,
            MaxAttempts = 1,

            // The customers in the stubs were created before the call.
            ClockTolerance = TimeSpan.FromDays(36_500),
        });

    internal override async Task PlayAsync(Stage stage)
    {
        OperationCalls create = stage.Of(OperationKind.Create);
        Customer john = await create.AnswersAsync("full", 200, client => client.CreateAsync(John));
        await create.AnswersAsync("minimal", 200, client => client.CreateAsync(new CustomerCreate { Email = "grace@example.com" }));
        Customer ada = await create.AnswersAsync("external id", 200, client => client.CreateAsync(
            new CustomerCreate { FirstName = "Ada", LastName = "Lovelace", Email = "ada@example.com", ExternalId = "crm-1815" }));
        await create.AnswersAsync("given idempotency key", 200, client => client.CreateAsync(
            new CustomerCreate { Email = "edsger@example.com" }, new CallOptions { IdempotencyKey = GivenIdempotencyKey }));

        // Flex documents its error format, but not which values it rejects.
        stage.Meanwhile(simulator => simulator.Flex.Answer(
            422,
            """{"detail":[{"loc":["phone"],"msg":"invalid_phone: the value is not a phone number","type":"invalid_phone"}]}""",
            Requests.Post("/v1/customers")));
        await create.RefusesAsync("malformed phone", 422, client => client.CreateAsync(new CustomerCreate { Email = "nobody@example.com", Phone = "none" }));
        await create.RefusesAsync("wrong key", 401, client => client.CreateAsync(John, WrongKey));

        OperationCalls get = stage.Of(OperationKind.Get);
        await get.AnswersAsync("by id", 200, client => client.GetAsync(CustomerKey.FromId(john.Id)));
        await get.RefusesAsync("not found", 404, client => client.GetAsync(CustomerKey.FromId("fcus_nobody")));
        await get.RefusesAsync("wrong key", 401, client => client.GetAsync(CustomerKey.FromId(john.Id), WrongKey));

        OperationCalls list = stage.Of(OperationKind.List);
        CustomerPage page = await list.AnswersAsync("first page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }));
        await list.AnswersAsync("next page", 200, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2, PageToken = page.NextPageToken }));
        await list.AnswersAsync("by e-mail", 200, client => client.ListPageAsync(new CustomerListRequest { Email = "ada@example.com" }));
        await list.RefusesAsync("wrong key", 401, client => client.ListPageAsync(new CustomerListRequest { PageSize = 2 }, WrongKey));

        OperationCalls update = stage.Of(OperationKind.Update);
        CustomerUpdate rename = new() { LastName = "Roe", Phone = "+14155550100", ProviderFields = [new FlexCustomerFields { Employer = "Acme" }] };
        await update.AnswersAsync("by id", 200, client => client.UpdateAsync(CustomerKey.FromId(john.Id), rename));
        await update.AnswersAsync("metadata, with the external id kept", 200, client => client.UpdateAsync(
            CustomerKey.FromId(ada.Id), new CustomerUpdate { Metadata = new Dictionary<string, string> { ["tier"] = "gold" } }));
        await update.RefusesAsync("not found", 404, client => client.UpdateAsync(CustomerKey.FromId("fcus_nobody"), rename));
        await update.RefusesAsync("wrong key", 401, client => client.UpdateAsync(CustomerKey.FromId(john.Id), rename, WrongKey));

        OperationCalls delete = stage.Of(OperationKind.Delete);
        await delete.AnswersAsync("by id", 204, client => client.DeleteAsync(CustomerKey.FromId(ada.Id)));
        await delete.RefusesAsync("not found", 404, client => client.DeleteAsync(CustomerKey.FromId("fcus_nobody")));
        await delete.RefusesAsync("wrong key", 401, client => client.DeleteAsync(CustomerKey.FromId(john.Id), WrongKey));
    }
}
