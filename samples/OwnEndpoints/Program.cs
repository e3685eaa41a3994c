// Calls two endpoints that BillingClients does not model, with interfaces of this program, on the embedded simulator.
//
//   dotnet run --project samples/OwnEndpoints
using BillingClients;
using BillingClients.Testing;
using OwnEndpoints;

await using ProviderSimulator simulator = await ProviderSimulator.StartAsync();
CustomerCreate ada = new() { ExternalId = "crm-1815", Name = "Ada Lovelace", Email = "ada@example.com" };

using FlexpriceCustomerClient flexprice = new(new FlexpriceOptions { ApiKey = simulator.Flexprice.ApiKey, BaseAddress = simulator.Flexprice.BaseAddress });
IFlexpriceSubscriptionsApi subscriptions = flexprice.GetApi<IFlexpriceSubscriptionsApi>(OwnJsonContext.Default);

Customer atFlexprice = await flexprice.CreateAsync(ada);
simulator.Flexprice.AddSubscription(atFlexprice.Id);
foreach (Subscription subscription in (await subscriptions.ListAsync("crm-1815")).Items)
{
    Console.WriteLine($"Flexprice: {subscription.Id}, {subscription.Status}, since {subscription.StartDate:yyyy-MM-dd}");
}

using FlowgladCustomerClient flowglad = new(new FlowgladOptions { ApiKey = simulator.Flowglad.ApiKey, BaseAddress = simulator.Flowglad.BaseAddress });
IFlowgladBillingApi billing = flowglad.GetApi<IFlowgladBillingApi>(OwnJsonContext.Default);

await flowglad.CreateAsync(ada);
BillingDetails details = await billing.GetAsync("crm-1815", new CallOptions { Timeout = TimeSpan.FromSeconds(5) });
Console.WriteLine($"Flowglad: {details.BillingPortalUrl}");

try
{
    await subscriptions.ListAsync("crm-9999");
}
catch (BillingNotFoundException failure)
{
    Console.WriteLine(failure.Message);
}
