namespace BillingClients.Json.Tests.Fixtures;

internal sealed record LaterCustomer : ProviderData
{
    public string? Name { get; init; }
}
