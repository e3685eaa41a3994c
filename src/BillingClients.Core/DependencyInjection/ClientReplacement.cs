namespace BillingClients.Providers;

/// <summary>Makes the client that is used in place of a registered one. A keyed service with the name of the registration.</summary>
internal sealed record ClientReplacement(Func<IServiceProvider, ICustomerClient> Create);
