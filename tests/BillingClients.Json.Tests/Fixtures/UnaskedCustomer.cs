namespace BillingClients.Json.Tests.Fixtures;

internal sealed record UnaskedCustomer : ProviderData;
