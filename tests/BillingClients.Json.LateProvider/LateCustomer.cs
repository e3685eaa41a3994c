namespace BillingClients.Json.LateProvider;

/// <summary>A customer in the late provider's words.</summary>
public sealed record LateCustomer : ProviderData
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }
}
