namespace BillingClients.Json.Tests.Fixtures;

internal sealed record OtherFields : ProviderFields;
