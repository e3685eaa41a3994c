using OwnEndpoints;

namespace BillingClients.Smoke;

/// <summary>Calls the endpoints of docs/own-endpoints.md.</summary>
internal static class OwnEndpointsWalk
{
    private static readonly CustomerCreate Wanted = new() { ExternalId = "own-1", Name = "Ada Lovelace", Email = "ada@example.org" };

    /// <summary>Calls them.</summary>
    /// <exception cref="SmokeException">A result is not what was asked for.</exception>
    internal static async Task RunAsync(ICustomerClientFactory clients, CancellationToken cancellationToken)
    {
        ICustomerClient flexprice = clients.Get("flexprice");
        IFlexpriceSubscriptionsApi subscriptions = flexprice.GetApi<IFlexpriceSubscriptionsApi>(OwnJsonContext.Default);
        await flexprice.CreateAsync(Wanted, cancellationToken: cancellationToken);
        Expect("Flexprice's subscriptions", await subscriptions.ListAsync("own-1", cancellationToken: cancellationToken) is { Items: [] });

        ICustomerClient flowglad = clients.Get("flowglad");
        IFlowgladBillingApi billing = flowglad.GetApi<IFlowgladBillingApi>(OwnJsonContext.Default);
        await flowglad.CreateAsync(Wanted, cancellationToken: cancellationToken);
        Expect("Flowglad's billing", await billing.GetAsync("own-1", cancellationToken: cancellationToken) is { BillingPortalUrl.Scheme: "https" });

        try
        {
            await billing.GetAsync("nobody", cancellationToken: cancellationToken);
            Expect("a billing of nobody", false);
        }
        catch (BillingNotFoundException)
        {
            // As expected.
        }
    }

    private static void Expect(string step, bool asExpected)
    {
        if (!asExpected)
        {
            throw new SmokeException($"{step} gave something else than was asked for.");
        }
    }
}
