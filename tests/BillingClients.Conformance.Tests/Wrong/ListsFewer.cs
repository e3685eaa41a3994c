namespace BillingClients.Conformance.Tests;

/// <summary>Asks for smaller pages than it declares.</summary>
internal sealed class ListsFewer(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override Task<CustomerPage> ListPageAsync(
        CustomerListRequest request, CallOptions? options = null, CancellationToken cancellationToken = default) =>
        base.ListPageAsync(request with { PageSize = request.PageSize ?? 2 }, options, cancellationToken);
}
