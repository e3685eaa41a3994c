namespace BillingClients.Json.Tests.Fixtures;

internal sealed record UnregisteredFields : ProviderFields;
