namespace BillingClients.Json.Tests.Fixtures;

internal sealed record SecondFields : ProviderFields;
