namespace BillingClients.Conformance.Tests;

/// <summary>Declares less after a customer was not found.</summary>
internal sealed class LearnsWhatItCanDo(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    private bool _hasFailed;

    public override ProviderDescriptor Provider =>
        _hasFailed ? base.Provider with { Capabilities = base.Provider.Capabilities with { IdempotentDelete = false } } : base.Provider;

    public override async Task<Customer> GetAsync(CustomerKey key, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetAsync(key, options, cancellationToken);
        }
        catch (BillingNotFoundException)
        {
            _hasFailed = true;
            throw;
        }
    }
}
