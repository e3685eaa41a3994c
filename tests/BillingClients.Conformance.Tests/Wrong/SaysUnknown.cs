using BillingClients.Providers;

namespace BillingClients.Conformance.Tests;

/// <summary>After a lost answer, does not look what the create has done.</summary>
internal sealed class SaysUnknown(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    public override async Task<Customer> CreateAsync(CustomerCreate customer, CallOptions? options = null, CancellationToken cancellationToken = default)
    {
        await base.CreateAsync(customer, options, cancellationToken);
        throw new AmbiguousOutcomeException("It is unknown.", new BillingErrorDetails { Provider = Provider.Name, OutcomeUnknown = true }, idempotencyKey: null, found: null, innerException: null);
    }
}
