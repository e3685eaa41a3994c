namespace BillingClients.Conformance.Tests;

internal sealed class StartsOver(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<CustomerPage> ListPageAsync(
        CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        CustomerPage page = await base.ListPageAsync(request, options, cancellationToken);
        return page with { NextPageToken = page.NextPageToken ?? "0" };
    }
}
