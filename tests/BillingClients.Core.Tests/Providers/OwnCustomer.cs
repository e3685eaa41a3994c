using BillingClients.Providers;

namespace BillingClients.Core.Tests.Providers;

/// <summary>A customer in that provider's words.</summary>
internal sealed record OwnCustomer : ProviderData
{
    public string? Id { get; init; }

    public double? Credit { get; init; }
}
