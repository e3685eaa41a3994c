namespace BillingClients.Benchmarks.Contestants;

/// <summary>Middleware that does nothing: what a middleware takes by itself.</summary>
internal sealed class PassingCustomerClient(ICustomerClient inner) : DelegatingCustomerClient(inner);
