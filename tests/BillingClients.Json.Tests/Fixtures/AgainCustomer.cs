namespace BillingClients.Json.Tests.Fixtures;

internal sealed record AgainCustomer : ProviderData;
