namespace BillingClients.Conformance.Tests;

internal sealed class NeverEnds(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    private int _token = 1000;

    public override async Task<CustomerPage> ListPageAsync(
        CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        CustomerPage page = await base.ListPageAsync(request, options, cancellationToken);
        return page with { NextPageToken = page.NextPageToken ?? $"{++_token}" };
    }
}
