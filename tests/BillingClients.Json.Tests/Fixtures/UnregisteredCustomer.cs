namespace BillingClients.Json.Tests.Fixtures;

internal sealed record UnregisteredCustomer : ProviderData;
