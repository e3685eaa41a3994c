using System.Text;
using BillingClients.Testing;

namespace BillingClients.Wire.Tests.Contracts;

/// <summary>Each endpoint that is simulated answers as the provider's OpenAPI document requires, also those that no client of this library calls.</summary>
public sealed class SimulatedContractTests
{
    [Fact]
    public async Task Flexprice_answers_as_its_document_requires()
    {
        await using ProviderSimulator simulator = await StartAsync();
        FlexpriceSimulation flexprice = simulator.Flexprice;

        await SendAsync(flexprice, "POST", "/customers", """{"external_id":"crm-1815","name":"Ada","email":"ada@example.com","contact":"+442071234567"}""");
        string id = flexprice.Customers.Single().Id;
        await SendAsync(flexprice, "POST", "/customers", """{"external_id":"crm-1906","name":"Grace","metadata":{"tier":"gold"}}""");
        await SendAsync(flexprice, "POST", "/customers", """{"external_id":"crm-1815","name":"Another Ada"}""");
        await SendAsync(flexprice, "POST", "/customers", """{"external_id":"crm-2"}""");
        await SendAsync(flexprice, "POST", "/customers", "{");
        await SendAsync(flexprice, "PUT", $"/customers?id={id}", """{"name":"Ada King"}""");
        await SendAsync(flexprice, "PUT", $"/customers?id={id}", """{"external_id":"crm-1906"}""");
        await SendAsync(flexprice, "PUT", "/customers?external_customer_id=nobody", """{"name":"Nobody"}""");
        await SendAsync(flexprice, "PUT", "/customers", """{"name":"Nobody"}""");
        await SendAsync(flexprice, "GET", $"/customers/{id}");
        await SendAsync(flexprice, "GET", "/customers/cust_nobody");
        await SendAsync(flexprice, "GET", "/customers/external/crm-1815");
        await SendAsync(flexprice, "GET", "/customers/external/nobody");
        await SendAsync(flexprice, "POST", "/customers/search", """{"limit":1}""");
        await SendAsync(flexprice, "POST", "/customers/search", """{"limit":0}""");
        await SendAsync(flexprice, "GET", $"/customers/{id}/entitlements");
        await SendAsync(flexprice, "GET", "/customers/external/crm-1815/entitlements");
        await SendAsync(flexprice, "GET", "/customers/external/nobody/entitlements");
        await SendAsync(flexprice, "GET", "/customers/usage?customer_lookup_key=crm-1815");
        await SendAsync(flexprice, "GET", "/customers/usage?customer_lookup_key=nobody");
        await SendAsync(flexprice, "GET", "/customers/usage");
        await SendAsync(flexprice, "GET", $"/customers/{id}/wallets");
        await SendAsync(flexprice, "GET", $"/customers/wallets?id={id}");
        await SendAsync(flexprice, "GET", "/customers/wallets?lookup_key=nobody");
        await SendAsync(flexprice, "GET", "/customers/wallets");
        flexprice.AddSubscription(id);
        await SendAsync(flexprice, "GET", "/customers/external/crm-1815/subscriptions");
        await SendAsync(flexprice, "GET", "/customers/external/nobody/subscriptions");
        await SendAsync(flexprice, "DELETE", $"/customers/{id}");
        await SendAsync(flexprice, "DELETE", "/customers/cust_nobody");
        await SendAsync(flexprice, "DELETE", $"/customers/{flexprice.Customers[1].Id}");
        await SendAsync(flexprice, "POST", "/customers/search", """{"limit":1}""", key: "sk_wrong");

        ShouldKeep(FlexpriceContract.Customers, flexprice);
    }

    [Fact]
    public async Task Flowglad_answers_as_its_document_requires()
    {
        await using ProviderSimulator simulator = await StartAsync();
        FlowgladSimulation flowglad = simulator.Flowglad;
        const string Ada = "/api/v1/customers/crm-1815";
        const string Nobody = "/api/v1/customers/nobody";

        await SendAsync(flowglad, "POST", "/api/v1/customers", """{"customer":{"externalId":"crm-1815","name":"Ada","email":"ada@example.com"}}""");
        await SendAsync(flowglad, "POST", "/api/v1/customers", """{"customer":{"externalId":"crm-1906","name":"Grace","email":"grace@example.com"}}""");
        await SendAsync(flowglad, "POST", "/api/v1/customers", """{"customer":{"externalId":"crm-1815","name":"Ada","email":"ada@example.com"}}""");
        await SendAsync(flowglad, "POST", "/api/v1/customers", """{"customer":{"externalId":1}}""");
        await SendAsync(flowglad, "POST", "/api/v1/customers", "{");
        flowglad.SetBillingAddress(flowglad.Customers[0].Id, """{"firstName":"Ada","address":{"line1":"12 St James's Square","country":"GB"}}""");
        await SendAsync(flowglad, "GET", Ada);
        await SendAsync(flowglad, "GET", Nobody);
        await SendAsync(flowglad, "GET", "/api/v1/customers?limit=1");
        await SendAsync(flowglad, "GET", "/api/v1/customers?limit=0");
        await SendAsync(flowglad, "GET", "/api/v1/customers?cursor=none");
        await SendAsync(flowglad, "PUT", Ada, """{"customer":{"name":"Ada King","domain":null}}""");
        await SendAsync(flowglad, "PUT", Ada, """{"customer":{"name":null}}""");
        await SendAsync(flowglad, "PUT", Nobody, """{"customer":{"name":"Nobody"}}""");
        await SendAsync(flowglad, "GET", $"{Ada}/billing");
        await SendAsync(flowglad, "GET", $"{Nobody}/billing");
        await SendAsync(flowglad, "GET", $"{Ada}/usage-balances");
        await SendAsync(flowglad, "GET", $"{Ada}/usage-balances?subscriptionId=sub_none");
        await SendAsync(flowglad, "GET", $"{Nobody}/usage-balances");
        await SendAsync(flowglad, "POST", $"{Ada}/archive");
        await SendAsync(flowglad, "POST", $"{Ada}/archive", "{}");
        await SendAsync(flowglad, "POST", $"{Nobody}/archive", "{}");
        await SendAsync(flowglad, "GET", Ada, key: "sk_test_wrong");

        ShouldKeep(FlowgladContract.Customers, flowglad);
    }

    private static Task<ProviderSimulator> StartAsync() =>
        ProviderSimulator.StartAsync(new ProviderSimulatorOptions { KeepAnswers = true }, TestContext.Current.CancellationToken);

    private static async Task SendAsync(SimulatedProvider provider, string method, string target, string? body = null, string? key = null)
    {
        using HttpClient client = new();
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(provider.BaseAddress.AbsoluteUri.TrimEnd('/') + target));
        request.Headers.TryAddWithoutValidation(provider is FlexpriceSimulation ? "x-api-key" : "Authorization", key ?? provider.ApiKey);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static void ShouldKeep(Contract contract, SimulatedProvider provider)
    {
        CheckedExchange[] exchanges = [.. provider.Requests.Select(static request => CheckedExchange.Of(request))];

        string.Join('\n', exchanges.SelectMany(contract.AnswerViolations)).ShouldBeEmpty();
        contract.Endpoints.Except(exchanges.Select(contract.EndpointOf)).Select(static endpoint => $"{endpoint!.Method} {endpoint.Path}")
            .ShouldBeEmpty("Each endpoint of the contract is called here.");
    }
}
