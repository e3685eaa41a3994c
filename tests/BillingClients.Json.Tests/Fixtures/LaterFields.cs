namespace BillingClients.Json.Tests.Fixtures;

internal sealed record LaterFields : ProviderFields
{
    public string? Note { get; init; }
}
