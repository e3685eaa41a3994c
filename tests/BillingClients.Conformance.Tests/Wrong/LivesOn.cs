namespace BillingClients.Conformance.Tests;

internal sealed class LivesOn(ICustomerClient inner) : DelegatingCustomerClient(inner)
{
    protected override void Dispose(bool disposing) => base.Dispose(disposing: false);
}
