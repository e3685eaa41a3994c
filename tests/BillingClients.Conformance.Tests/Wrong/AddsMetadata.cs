namespace BillingClients.Conformance.Tests;

/// <summary>Adds an entry to the metadata with every update.</summary>
internal sealed class AddsMetadata(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> UpdateAsync(
        CustomerKey key, CustomerUpdate update, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        Customer before = await base.GetAsync(key, options, cancellationToken);
        Dictionary<string, string> metadata = new(before.Metadata) { ["synced"] = "yes" };
        return await base.UpdateAsync(key, update.Metadata.IsSet ? update : update with { Metadata = metadata }, options, cancellationToken);
    }
}
