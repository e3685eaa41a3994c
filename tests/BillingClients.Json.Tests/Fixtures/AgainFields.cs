namespace BillingClients.Json.Tests.Fixtures;

internal sealed record AgainFields : ProviderFields;
